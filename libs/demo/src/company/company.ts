/** Where people sit: the city, its IANA zone, the languages of work there, and the names that are common there. */
export interface LocationText {
  readonly city: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
  readonly culture: string;
}

export interface BusinessUnitText {
  readonly name: string;
  /** First the unit's home, where half of it works. */
  readonly cities: readonly string[];
  readonly departments: readonly { readonly name: string; readonly function: string }[];
}

export const COMPANY = {
  name: 'Tarnholm Industries',
  slug: 'tarnholm',
  timeZone: 'Europe/Zurich',
  mailDomain: 'tarnholm.example',
  headquarters: 'Winterthur',
} as const;

/** Lowest first. */
export const LEADERSHIP_LEVELS = [
  'Senior Manager',
  'Director',
  'Vice President',
  'Executive Committee',
] as const;

export const LOCATIONS: readonly LocationText[] = [
  { city: 'Winterthur', timeZone: 'Europe/Zurich', languages: ['de'], culture: 'germanic' },
  { city: 'Linz', timeZone: 'Europe/Vienna', languages: ['de'], culture: 'germanic' },
  { city: 'Västerås', timeZone: 'Europe/Stockholm', languages: ['sv'], culture: 'nordic' },
  { city: 'Wrocław', timeZone: 'Europe/Warsaw', languages: ['pl'], culture: 'slavic' },
  { city: 'Bilbao', timeZone: 'Europe/Madrid', languages: ['es'], culture: 'hispanic' },
  { city: 'Milwaukee', timeZone: 'America/Chicago', languages: ['en'], culture: 'anglo' },
  { city: 'Monterrey', timeZone: 'America/Monterrey', languages: ['es'], culture: 'hispanic' },
  { city: 'Campinas', timeZone: 'America/Sao_Paulo', languages: ['pt'], culture: 'lusophone' },
  { city: 'Pune', timeZone: 'Asia/Kolkata', languages: ['hi', 'mr'], culture: 'indian' },
  { city: 'Suzhou', timeZone: 'Asia/Shanghai', languages: ['zh'], culture: 'chinese' },
  { city: 'Nagoya', timeZone: 'Asia/Tokyo', languages: ['ja'], culture: 'japanese' },
  { city: 'Tema', timeZone: 'Africa/Accra', languages: ['ak'], culture: 'west-african' },
  { city: 'Izmir', timeZone: 'Europe/Istanbul', languages: ['tr'], culture: 'turkish' },
];

/** The department that joined the company last: hardly anybody there has been assessed yet. */
export const NEWLY_ACQUIRED_DEPARTMENT = 'Plant Software';

export const BUSINESS_UNITS: readonly BusinessUnitText[] = [
  {
    name: 'Pumps & Valves',
    cities: ['Winterthur', 'Pune', 'Campinas', 'Izmir'],
    departments: [
      { name: 'Engineering', function: 'Engineering' },
      { name: 'Manufacturing', function: 'Operations' },
      { name: 'Supply Chain', function: 'Supply chain' },
      { name: 'Sales', function: 'Sales' },
    ],
  },
  {
    name: 'Electric Drives',
    cities: ['Västerås', 'Wrocław', 'Suzhou', 'Milwaukee'],
    departments: [
      { name: 'Motor Engineering', function: 'Engineering' },
      { name: 'Power Electronics', function: 'Engineering' },
      { name: 'Manufacturing', function: 'Operations' },
      { name: 'Sales', function: 'Sales' },
    ],
  },
  {
    name: 'Heat & Cold',
    cities: ['Linz', 'Nagoya', 'Monterrey', 'Winterthur'],
    departments: [
      { name: 'Compressor Engineering', function: 'Engineering' },
      { name: 'Manufacturing', function: 'Operations' },
      { name: 'Large Projects', function: 'Projects' },
      { name: 'Sales', function: 'Sales' },
    ],
  },
  {
    name: 'Rail & Marine',
    cities: ['Bilbao', 'Västerås', 'Tema', 'Nagoya'],
    departments: [
      { name: 'Systems Engineering', function: 'Engineering' },
      { name: 'Assembly', function: 'Operations' },
      { name: 'Project Delivery', function: 'Projects' },
      { name: 'Bids & Contracts', function: 'Sales' },
    ],
  },
  {
    name: 'Automation & Software',
    cities: ['Milwaukee', 'Pune', 'Wrocław', 'Suzhou'],
    departments: [
      { name: 'Control Systems', function: 'Engineering' },
      { name: NEWLY_ACQUIRED_DEPARTMENT, function: 'Digital' },
      { name: 'Integration Projects', function: 'Projects' },
      { name: 'Sales', function: 'Sales' },
    ],
  },
  {
    name: 'Lifecycle Services',
    cities: ['Monterrey', 'Linz', 'Suzhou', 'Campinas', 'Tema'],
    departments: [
      { name: 'Field Service', function: 'Service' },
      { name: 'Spare Parts', function: 'Supply chain' },
      { name: 'Service Sales', function: 'Sales' },
      { name: 'Remote Operations', function: 'Digital' },
    ],
  },
];

/** Members of the executive committee at the company's center, besides the chief executive. */
export const GROUP_OFFICERS = [
  { title: 'Chief Financial Officer', function: 'Finance', area: 'Finance' },
  { title: 'Chief People Officer', function: 'Human resources', area: 'People' },
  { title: 'Chief Technology Officer', function: 'Technology', area: 'Technology' },
] as const;

/** Staff of a business unit's president, outside its departments. */
export const BUSINESS_UNIT_STAFF = [
  { area: 'Finance', function: 'Finance' },
  { area: 'People', function: 'Human resources' },
  { area: 'Strategy', function: 'Strategy' },
] as const;

/** People who are no executives but take part: who they are and what they are granted. */
export const STAFF = [
  { key: 'lead-designer', title: 'Head of Leadership Development' },
  { key: 'administrator', title: 'People Systems Administrator' },
  { key: 'chief-of-staff', title: 'Chief of Staff to the Chief Executive' },
  { key: 'designer', title: 'Leadership Program Designer' },
  { key: 'facilitator-1', title: 'Learning Facilitator' },
  { key: 'facilitator-2', title: 'Learning Facilitator' },
  { key: 'facilitator-3', title: 'Executive Coach' },
] as const;
