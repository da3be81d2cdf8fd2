import type { readiness as english } from '../en/readiness.ts';

export const readiness: Readonly<Record<keyof typeof english, string>> = {
  'readiness.title': 'Bereitschaft',
  'readiness.sentence':
    '{share} von {assessed, number} eingeschätzten Führungskräften sind jetzt bereit für <b>{title}</b>{trend, select, up {, {points, plural, one {# Punkt} other {# Punkte}} mehr als im {since}} down {, {points, plural, one {# Punkt} other {# Punkte}} weniger als im {since}} same {, wie im {since}} other {}}{hasGoal, select, yes {; das Ziel sind {goal} bis {due}} other {}}.',
  'readiness.sentence.none':
    'Noch für niemanden gibt es genug Nachweise, um zu sagen, wie bereit sie für eine Strategie sind.',
  'readiness.sentence.protected': 'Diese Zahlen sind geschützt: Hinter ihnen stehen weniger als 5 Personen.',
  'readiness.compare': 'Vergleichen mit',
  'readiness.compare.stop': 'Nicht mehr vergleichen',
  'readiness.strategies': 'Strategien',
  'readiness.values': 'Werte und Vision',
  'readiness.column.title': 'Strategie',
  'readiness.column.titleValue': 'Aussage',
  'readiness.column.mean': 'Mittlere Bereitschaft',
  'readiness.column.trend': '24 Monate',
  'readiness.column.gaps': 'Fehlt am meisten',
  'readiness.column.goal': 'Ziel',
  'readiness.column.weight': 'Gewicht',
  'readiness.column.share': 'Jetzt bereit, Anteil',
  'readiness.column.coverage': 'Abdeckung',
  'readiness.weight': 'Gewicht {weight, number}',
  'readiness.barLabel': '{title}: {bands}',
  'readiness.meanLabel': 'Mittlere Bereitschaft {mean} von 100, {coverage} abgedeckt',
  'readiness.trendLabel': 'Jetzt bereit: {from} im {since}, {to} heute',
  'readiness.below': '{below, number} von {assessed, number} darunter',
  'readiness.noGap': 'Nichts fehlt',
  'readiness.noGoal': 'keines gesetzt',
  'readiness.goalBy': '{target} bis {due}',
  'readiness.changed':
    '{points} Punkte jetzt bereit, {mean} mittlere Bereitschaft, {executives} Führungskräfte seit {day}',
  'readiness.empty.title': 'Wie bereit Ihre Führungskräfte für jede Strategie sind',
  'readiness.empty.text':
    'Noch ist keine Strategie beschlossen. Wer gestaltet, schreibt und beschließt Strategien mit dem, was sie verlangen; nach der ersten Einschätzung steht hier ihre Bereitschaft.',
  'readiness.why.bands': 'Wie viele sind bereit für „{title}“?',
  'readiness.why.bandsText':
    '{now, number} von {assessed, number} Führungskräften mit genug Nachweisen sind jetzt bereit, {share}. Wer zu wenig Nachweise hat, wird eigens gezählt, nie als nicht bereit.',
  'readiness.why.bandsCaption': 'Führungskräfte nach Stufe',
  'readiness.why.total': 'Führungskräfte, von denen etwas verlangt wird',
  'readiness.why.mean': 'Mittlere Bereitschaft für „{title}“',
  'readiness.why.meanText':
    'Die Bereitschaft einer Führungskraft ist der Anteil des Verlangten, den sie erreicht, nach Gewicht, von 0 bis 100. Dies ist das Mittel der {assessed, number} mit genug Nachweisen; {coverage} des von allen Verlangten ist eingeschätzt.',
  'readiness.why.capped':
    'Wer eine kritische Anforderung weit verfehlt, bleibt „in Entwicklung“, wie hoch die Bereitschaft auch ist.',
  'readiness.why.trend': 'Jetzt bereit für „{title}“, Monat für Monat',
  'readiness.why.trendText':
    'Der Anteil der Führungskräfte mit genug Nachweisen, die jetzt bereit sind, am Ende jedes Monats.',
  'readiness.why.gap': '{capability}, für „{title}“',
  'readiness.why.gapText':
    '{below, number} von {assessed, number} eingeschätzten Führungskräften liegen unter dem, was von ihnen verlangt wird; im Mittel über alle fehlen {gap} Stufen.',
  'readiness.why.gapCritical':
    'Sie ist kritisch: Wer sie weit verfehlt, ist nicht bereit, was er oder sie sonst auch kann.',
  'readiness.why.goal': 'Ziel: {title}',
  'readiness.why.goalText':
    '{current} heute, {target} bis {due}, von {baseline} am {since}. {progress} des Weges sind getan.',
  'readiness.why.goalNoCurrent':
    '{target} bis {due}, von {baseline} am {since}. Für heute gibt es keine Zahl.',
};
