/** Names that are common where people of one culture grew up; every person made of them is invented. */
export interface NamePool {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const NAME_POOLS: Readonly<Record<string, NamePool>> = {
  germanic: {
    women: words('Anna Sabine Claudia Nadja Franziska Regula Lena Monika Petra Silvia Katrin Ursina'),
    men: words('Lukas Matthias Reto Jonas Beat Stefan Florian Andreas Urs Martin Tobias Christoph'),
    families: words(
      'Ammann Baumgartner Bühler Egger Frei Gruber Hofstetter Keller Lüscher Moser Oberholzer Pichler Rüegg Steiner Tanner Wäfler Zbinden Zeller',
    ),
  },
  nordic: {
    women: words('Astrid Ingrid Karin Linnea Maja Signe Sofia Tuva Elin Freja Hanna Ylva'),
    men: words('Anders Bjarne Erik Gustav Henrik Johan Lars Magnus Nils Oskar Søren Viktor'),
    families: words(
      'Ahlgren Bergström Dahl Ekman Forsberg Hallberg Håkansson Jørgensen Lindqvist Lund Nyström Østby Sandberg Sjöberg Strand Wallin',
    ),
  },
  slavic: {
    women: words('Agnieszka Beata Daria Ewa Irena Joanna Katarzyna Magdalena Natalia Oksana Tereza Zuzana'),
    men: words('Adam Bartosz Dawid Grzegorz Jakub Krzysztof Marek Ondřej Paweł Rafał Tomasz Wojciech'),
    families: words(
      'Bielak Czerny Dudek Gajda Horák Jurek Kaczmarek Kozlov Lis Marković Novotný Olszewski Pietrzak Sikora Wrona Zając Żak',
    ),
  },
  hispanic: {
    women: words('Alicia Beatriz Carmen Elena Gabriela Inés Lucía Marisol Nuria Pilar Rocío Ximena'),
    men: words('Alejandro Andoni Carlos Diego Esteban Gonzalo Iker Javier Luis Mateo Rodrigo Sergio'),
    families: words(
      'Aguirre Arriaga Benítez Cárdenas Castaño Echeverría Figueroa Garza Ibarra Lozano Maldonado Navarro Olmedo Quintero Salinas Treviño Urrutia Zamora',
    ),
  },
  anglo: {
    women: words('Alison Brianna Carol Denise Erin Grace Heather Imani Kelly Megan Rachel Tamara'),
    men: words('Aaron Brian Curtis Darnell Eric Gordon Keith Marcus Nathan Russell Scott Trevor'),
    families: words(
      'Abernathy Brooks Calloway Dunham Ellison Fairbanks Gallagher Hendricks Jefferson Kowalski Lockhart Merritt Norwood Prescott Sutherland Thornton Whitaker',
    ),
  },
  lusophone: {
    women: words(
      'Adriana Bruna Camila Fernanda Helena Juliana Larissa Márcia Patrícia Renata Tatiana Vitória',
    ),
    men: words('André Caio Danilo Fábio Gustavo Heitor João Leandro Otávio Rogério Thiago Vinícius'),
    families: words(
      'Almeida Barros Cardoso Duarte Evangelista Fonseca Guimarães Leal Machado Nogueira Pacheco Queiroz Ribeiro Sampaio Tavares Vasconcelos',
    ),
  },
  indian: {
    women: words('Aditi Anjali Deepa Gauri Kavita Lakshmi Meera Nandini Pooja Rashmi Shalini Vidya'),
    men: words('Ajay Arjun Dev Girish Harish Karthik Manoj Nikhil Pranav Rohan Suresh Vikram'),
    families: words(
      'Agarwal Bhosale Chatterjee Deshpande Gokhale Iyer Joshi Kulkarni Menon Naidu Patil Raghavan Reddy Sengupta Shinde Thakur Venkatesh',
    ),
  },
  chinese: {
    women: words('Fang Hui Jing Lan Li Mei Ning Qian Rui Xiu Yan Ying'),
    men: words('Bo Cheng Feng Gang Hao Jun Lei Ming Peng Tao Wei Zhen'),
    families: words('Cai Chen Deng Fan Gao He Hu Jiang Liang Lu Ma Pan Qiu Shen Tang Xie Xu Zhou'),
  },
  japanese: {
    women: words('Akiko Chie Emi Haruka Kaori Mariko Naomi Reiko Sayuri Tomoko Yoko Yumi'),
    men: words('Akira Daisuke Hiroshi Jun Kazuo Kenji Makoto Naoki Satoshi Shinji Takeshi Yuji'),
    families: words(
      'Aoki Endo Fujimoto Hasegawa Inoue Kawaguchi Kimura Maeda Matsuda Nishimura Ogawa Sakamoto Shimizu Takahara Ueda Yamane',
    ),
  },
  'west-african': {
    women: words('Abena Adwoa Akosua Ama Chidinma Efua Folake Ifeoma Ngozi Serwaa Yaa Zainab'),
    men: words('Chukwudi Emeka Kofi Kojo Kwabena Kwame Nii Obinna Olumide Sekou Tunde Yaw'),
    families: words(
      'Adeyemi Agyeman Ansah Appiah Asante Boateng Danso Diallo Eze Mensah Nwosu Obi Ofori Okonkwo Owusu Quaye Sarpong Traoré',
    ),
  },
  turkish: {
    women: words('Aslı Ayşe Burcu Defne Elif Gül Leyla Melis Nazlı Pınar Selin Zeynep'),
    men: words('Ahmet Barış Can Deniz Emre Hakan Kerem Murat Onur Selim Tolga Yusuf'),
    families: words(
      'Acar Aksoy Aydın Bozkurt Çetin Demirel Erdem Güneş Kaplan Karaca Korkmaz Öztürk Polat Şahin Toprak Yalçın',
    ),
  },
};
