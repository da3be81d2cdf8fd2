import { Link } from '@tanstack/react-router';
import { keepPopulation, usePageAddress } from '../../../shared/address/page-address.ts';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { BandBar, useBandWords } from '../../../ui/chart/band-bar.tsx';
import { Sparkline } from '../../../ui/chart/sparkline.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { Suppressed } from '../../../ui/suppressed.tsx';
import { Unknown } from '../../../ui/unknown.tsx';
import { inMetric } from '../goal-figures.ts';
import styles from './readiness.module.css';
import { countsOf, mainGoal, trendOf } from '../readiness-rows.ts';
import type { Gap } from '../readiness.fragments.ts';
import type { StrategyRow } from './readiness.query.ts';

/** One strategy: who is ready, how that went, what is missing most, and what was set as goal. */
export function StrategyLine({ strategy }: { readonly strategy: StrategyRow }) {
  const text = useText();
  const { readiness } = strategy;
  return (
    <li className={styles.line}>
      <div className={styles.title}>
        <h3>
          <Link to="/strategies/$id" params={{ id: strategy.id }} search={keepPopulation}>
            {strategy.title}
          </Link>
        </h3>
        <p>{text('readiness.weight', { weight: strategy.weight })}</p>
      </div>
      {readiness && !readiness.suppressed ? (
        <Shown strategy={strategy} readiness={readiness} />
      ) : (
        <div className={styles.protected}>
          {readiness ? <Suppressed /> : <Unknown>{text('ui.notMeasured')}</Unknown>}
        </div>
      )}
    </li>
  );
}

interface ShownProps {
  readonly strategy: StrategyRow;
  readonly readiness: NonNullable<StrategyRow['readiness']>;
}

const Shown = ({ strategy, readiness }: ShownProps) => (
  <>
    <Bands strategy={strategy} readiness={readiness} />
    <Mean strategy={strategy} readiness={readiness} />
    <Trend strategy={strategy} />
    <Gaps strategyId={strategy.id} gaps={readiness.gaps} />
    <GoalCell strategy={strategy} />
  </>
);

function Bands({ strategy, readiness }: ShownProps) {
  const text = useText();
  const words = useBandWords();
  const counts = countsOf(readiness);
  const before = strategy.earlier ? countsOf(strategy.earlier) : null;
  if (!counts) return <Suppressed />;
  return (
    <div className={styles.bands}>
      <Figure
        picture
        why={`bands.${strategy.id}`}
        label={text('readiness.barLabel', { title: strategy.title, bands: words(counts) })}
      >
        <BandBar counts={counts} before={before ?? undefined} />
      </Figure>
      {strategy.earlier && <Changed strategy={strategy} readiness={readiness} />}
    </div>
  );
}

function Changed({ strategy: { earlier }, readiness }: ShownProps) {
  const text = useText();
  const figures = useFigures();
  const { compare = '' } = usePageAddress();
  if (earlier?.readyShare == null || readiness.readyShare === null) return null;
  return (
    <small>
      {text('readiness.changed', {
        points: figures.signed(Math.round(100 * readiness.readyShare) - Math.round(100 * earlier.readyShare)),
        mean: figures.signed((readiness.meanReadiness ?? 0) - (earlier.meanReadiness ?? 0)),
        executives: figures.signed(readiness.executives - earlier.executives),
        day: figures.day(compare),
      })}
    </small>
  );
}

function Mean({ strategy, readiness: { meanReadiness, meanCoverage } }: ShownProps) {
  const text = useText();
  const figures = useFigures();
  const coverage = meanCoverage === null ? '' : figures.percent(meanCoverage);
  if (meanReadiness === null) return <Unknown>{text('ui.noEvidenceCovered', { coverage })}</Unknown>;
  return (
    <div className={styles.mean}>
      <Figure
        why={`mean.${strategy.id}`}
        label={text('readiness.meanLabel', { mean: figures.whole(meanReadiness), coverage })}
      >
        {figures.whole(meanReadiness)}
      </Figure>
      <small>{text('ui.coverage', { coverage })}</small>
    </div>
  );
}

function Trend({ strategy }: { readonly strategy: StrategyRow }) {
  const text = useText();
  const figures = useFigures();
  const points = trendOf(strategy);
  const known = points.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first?.value == null || last?.value == null) return <Unknown>{text('ui.notMeasured')}</Unknown>;
  const goal = mainGoal(strategy.goals);
  const words = {
    from: figures.percent(first.value),
    since: figures.month(first.day),
    to: figures.percent(last.value),
  };
  return (
    <Figure picture why={`trend.${strategy.id}`} label={text('readiness.trendLabel', words)}>
      <Sparkline
        points={points}
        range={[0, 1]}
        goal={goal?.metric === 'STRATEGY_READINESS' ? goal.target : null}
      />
    </Figure>
  );
}

function Gaps({ strategyId, gaps }: { readonly strategyId: string; readonly gaps: readonly Gap[] }) {
  const text = useText();
  const missing = gaps.filter(({ belowRequired }) => belowRequired !== 0);
  if (missing.length === 0) return <Unknown>{text('readiness.noGap')}</Unknown>;
  return (
    <ul className={styles.gaps}>
      {missing.map(({ capability, belowRequired, assessed, critical }) => (
        <li key={capability.id}>
          <span>{capability.name}</span>
          <small>
            {belowRequired === null ? (
              <Suppressed short />
            ) : (
              <Figure why={`gap.${strategyId}.${capability.id}`}>
                {text('readiness.below', { below: belowRequired, assessed })}
              </Figure>
            )}
            {critical && ` · ${text('ui.critical')}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

function GoalCell({ strategy }: { readonly strategy: StrategyRow }) {
  const text = useText();
  const figures = useFigures();
  const goal = mainGoal(strategy.goals);
  if (!goal) return <Unknown>{text('readiness.noGoal')}</Unknown>;
  const target = inMetric(figures, goal.metric, goal.target);
  return (
    <div className={styles.goal}>
      <StatusMark status={goal.status} />
      <small>
        <Figure why={`goal.${goal.id}`}>
          {text('readiness.goalBy', { target, due: figures.shortMonth(goal.dueOn) })}
        </Figure>
      </small>
    </div>
  );
}
