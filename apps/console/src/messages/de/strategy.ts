import type { strategy as english } from '../en/strategy.ts';

export const strategy: Readonly<Record<keyof typeof english, string>> = {
  'strategy.title': 'Strategie',
  'strategy.back': 'Alle Strategien',
  'strategy.sentence':
    '{share} von {assessed, number} eingeschätzten Führungskräften sind jetzt bereit für <b>{title}</b>{hasGap, select, yes {; am meisten fehlt bei {capability}, wo {below, number} von {of, number} darunter liegen} other {}}.',
  'strategy.sentence.none':
    'Noch für niemanden gibt es genug Nachweise, um die Bereitschaft für <b>{title}</b> zu nennen.',
  'strategy.sentence.protected':
    'Für <b>{title}</b> sind diese Zahlen geschützt: Hinter ihnen stehen weniger als 5 Personen.',
  'strategy.facts':
    '{owner, select, none {} other {Verantwortlich {owner} · }}Gewicht {weight, number}{mean, select, none {} other { · mittlere Bereitschaft {mean}}}',
  'strategy.narrative': 'Was sie sagt',
  'strategy.missing': 'Was fehlt',
  'strategy.missing.lead':
    'Was verlangt wird und nicht da ist, nach Gewicht mal Lücke. Der Balken ist die mittlere Lücke, voll bei zwei Stufen.',
  'strategy.missing.none': 'Nichts von dem, was sie verlangt, fehlt.',
  'strategy.missing.capability': 'Fähigkeit',
  'strategy.missing.gap': 'Mittlere Lücke',
  'strategy.missing.below': 'Unter dem Verlangten',
  'strategy.missing.assessed': 'Eingeschätzt',
  'strategy.missing.critical': 'Kritisch',
  'strategy.missing.done': 'Was getan wird',
  'strategy.missing.levels': '{gap} Stufen',
  'strategy.missing.nothing': 'noch nichts',
  'strategy.missing.cohorts':
    '{running, plural, =0 {} one {# Gruppe läuft} other {# Gruppen laufen}}{both, select, yes {, } other {}}{planned, plural, =0 {} one {# geplant} other {# geplant}}{none, select, yes {keine Gruppe in Aussicht} other {}}',
  'strategy.where': 'Wo es fehlt',
  'strategy.where.lead': 'Mittlere Lücke in Stufen. Je wärmer ein Feld, desto mehr fehlt dort.',
  'strategy.where.by': 'Spalten',
  'strategy.where.units': 'Einheiten',
  'strategy.where.levels': 'Führungsebenen',
  'strategy.where.cell':
    '{capability} in {place}: {below, number} von {assessed, number} darunter, mittlere Lücke {gap}',
  'strategy.where.none':
    'Für eine einzelne Führungsebene gibt es keine Karte; sehen Sie sich eine Einheit oder die ganze Organisation an.',
  'strategy.where.nobody': 'niemand eingeschätzt',
  'strategy.moved': 'Was sich bewegt hat',
  'strategy.moved.lead': '{goal}: von {from} am {since} auf {to}, nach dem, was es bewegt hat.',
  'strategy.moved.hidden': 'Wer und was eine Zahl bewegt hat, sehen jene, die alle mit Namen sehen dürfen.',
  'strategy.moved.none':
    'Für diese Strategie ist kein Ziel zur Bereitschaft gesetzt, also kein Tag, von dem aus gemessen wird.',
  'strategy.goes': 'Wohin es geht',
  'strategy.goes.lead':
    '{goal}: Geht es weiter wie bisher, {value} ({low}–{high}) bis {due}; {target} wird mit einer Wahrscheinlichkeit von {probability} erreicht.',
  'strategy.goes.noForecast':
    '{goal}: {target} bis {due}. Eine Vorhersage braucht vier Tage mit Nachweisen und einen Termin in der Zukunft.',
  'strategy.goes.none': 'Für diese Strategie ist kein Ziel gesetzt.',
  'strategy.done': 'Was getan wurde',
  'strategy.done.lead':
    'Was die Programme für diese Fähigkeiten bringen sollten, und was sie gebracht haben.',
  'strategy.done.none': 'Kein Programm entwickelt, was diese Strategie verlangt.',
  'strategy.done.expected': 'Erwartet',
  'strategy.done.achieved': 'Erreicht',
  'strategy.done.people': 'Gemessen',
  'strategy.done.gainOf': '{gain} ({low} bis {high})',
  'strategy.done.people.of': '{participants, number} von {confirmed, number}',
  'strategy.done.notYet': 'noch nicht gemessen',
  'strategy.done.program': 'Programm',
  'strategy.done.cohort': 'Gruppe',
  'strategy.done.cohorts': 'Gruppen ({count, number})',
  'strategy.done.when': 'Wann',
  'strategy.done.status': 'Stand',
  'strategy.done.hidden': 'für jene, die alle Teilnehmenden mit Namen sehen dürfen',
  'cohort.PLANNED': 'geplant',
  'cohort.OPEN': 'offen für Anmeldungen',
  'cohort.RUNNING': 'läuft',
  'cohort.COMPLETED': 'abgeschlossen',
  'cohort.CANCELLED': 'abgesagt',
  'source.COHORT': '{cohort}',
  'source.OTHERS': 'Alle ohne Gruppe',
  'source.REQUIREMENTS': 'Geänderte Anforderungen',
  'source.EVIDENCE': 'Neue oder veraltete Nachweise',
  'source.JOINED': 'Dazugekommen',
  'source.LEFT': 'Gegangen',
  'source.MOVED': 'Gewechselt',
  'source.TYPED_BASELINE': 'Ausgangswert wie eingegeben',
  'strategy.why.cell': '{capability} in {place}',
  'strategy.why.goTo': '{place} ansehen',
  'strategy.why.moved': '{part}: {amount}',
  'strategy.why.movedText':
    'Zwischen {since} und dem gezeigten Tag hat dieser Teil „{goal}“ um {amount} verändert. Alle Teile zusammen ergeben die ganze Veränderung.',
  'strategy.why.byCapability': 'Nach Fähigkeit',
  'strategy.why.undivided': 'Dieser Teil lässt sich nicht nach Fähigkeiten aufteilen.',
  'strategy.why.gain': 'Was bei {capability} gewonnen wurde',
  'strategy.why.gainText':
    'Mittlere Stufe von {pre} auf {post} über die {participants, number} Teilnehmenden, für die vorher und nachher Ergebnisse freigegeben sind.',
  'strategy.why.gainCompared':
    'In derselben Zeit gingen {executives, number} Führungskräfte ohne Platz von {pre} auf {post}.',
  'strategy.why.effects': 'Wie groß das ist',
  'strategy.why.effect': '{value} (n = {n, number}{p, select, none {} other {, p = {p}}})',
};
