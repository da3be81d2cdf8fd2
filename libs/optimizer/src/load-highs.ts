import { MipStatus } from '@alidade/cohorts';
import type { MipAnswer, MipLimits, MipModel, MipSolver } from '@alidade/cohorts';
import highsModule from 'highs';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types describe the CommonJS build, import takes the other
const loadHighs = highsModule as unknown as typeof highsModule.default;
type Highs = Awaited<ReturnType<typeof loadHighs>>;
type HighsModel = Parameters<Parameters<Highs['withModel']>[1]>[0];

let loaded: Promise<Highs> | undefined;

/**
 * HiGHS as the solver of mixed-integer programs. Loading takes some tens of milliseconds once; solving blocks its thread.
 *
 * Huangfu & Hall (2018), Parallelizing the dual revised simplex method.
 */
export async function loadHighsSolver(): Promise<MipSolver> {
  loaded ??= loadHighs();
  const highs = await loaded;
  return (model, limits) => solveWith(highs, model, limits);
}

function solveWith(highs: Highs, model: MipModel, limits: MipLimits): MipAnswer {
  const { constants } = highs;
  const [numCols, numRows] = [model.cost.length, model.rowLower.length];
  return highs.withModel(
    {
      numCols,
      numRows,
      sense: constants.objectiveSense.maximize,
      offset: model.offset,
      colCost: limits.firstSolution ? new Float64Array(numCols) : model.cost,
      colLower: model.lower,
      colUpper: model.upper,
      rowLower: model.rowLower,
      rowUpper: model.rowUpper,
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: model.rowStart,
        indices: model.column,
        values: model.value,
      },
      integrality: model.integer,
    },
    (instance) => answerOf(highs, instance, limits),
  );
}

function answerOf({ constants }: Highs, instance: HighsModel, limits: MipLimits): MipAnswer {
  instance.options.set({
    output_flag: false,
    mip_max_nodes: limits.nodes,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-7,
  });
  if (limits.start) instance.setSolution({ colValue: limits.start });
  const { goOn } = limits;
  instance.run({
    [constants.callbackType.mipInterrupt]: (event: { readonly interrupt: () => void }): undefined => {
      if (goOn && !goOn()) event.interrupt();
    },
  });
  const status = instance.getModelStatus();
  if (status === constants.modelStatus.optimal)
    return {
      status: MipStatus.Optimal,
      solution: Float64Array.from(instance.getSolution().colValue),
      bound: instance.getObjectiveValue(),
    };
  const infeasible = status === constants.modelStatus.infeasible;
  return {
    status: infeasible ? MipStatus.Infeasible : MipStatus.Stopped,
    solution: new Float64Array(0),
    bound: null,
  };
}
