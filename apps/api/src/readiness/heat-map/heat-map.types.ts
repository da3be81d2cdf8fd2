import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { PopulationInput } from '../../directory/directory.inputs.js';
import { DayScalar } from '../../platform/scalars.js';

/** What the columns of a heat map are. */
export const HeatMapBy = { UNIT: 'UNIT', LEADERSHIP_LEVEL: 'LEADERSHIP_LEVEL' } as const;
export type HeatMapBy = (typeof HeatMapBy)[keyof typeof HeatMapBy];
registerEnumType(HeatMapBy, {
  name: 'HeatMapBy',
  description:
    'UNIT: those next below the population, each with its sub-units, by name; of the whole organization those below its root where there is only one. LEADERSHIP_LEVEL: the lowest first.',
});

@ArgsType()
export class HeatMapArgs {
  @Field(() => HeatMapBy)
  @IsIn(Object.values(HeatMapBy))
  by: HeatMapBy;

  @Field(() => PopulationInput, {
    nullable: true,
    description: 'A unit; not given: the whole organization. A leadership level or cohort has no heat map.',
  })
  @IsOptional()
  population?: PopulationInput | null;

  @Field(() => DayScalar, { nullable: true, description: 'Today when not given.' })
  @IsOptional()
  @IsString()
  asOf?: string | null;
}

@ObjectType('HeatMapColumn', { description: 'A unit or a leadership level of the population.' })
export class HeatMapColumnType {
  unitId: string | null;
  leadershipLevelId: string | null;
  day: string;
  @Field(() => Int, { description: 'Executives in it to whom at least one requirement applies.' })
  executives: number;
  @Field(() => Boolean, { description: 'Too small to show, or to be told from the others.' })
  suppressed: boolean;
}

@ObjectType('HeatMapCell', { description: 'What the people of one column lack in one capability.' })
export class HeatMapCellType {
  @Field(() => Boolean, {
    description:
      'True where the figures would be, or could be worked out to be, those of one to four people; they are then null.',
  })
  suppressed: boolean;
  @Field(() => Int, { nullable: true, description: 'Executives with a level that counts.' })
  assessed: number | null;
  @Field(() => Int, { nullable: true, description: 'Executives below what is required of them.' })
  belowRequired: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Mean of max(0, required - level) over the assessed, in levels; null also when nobody is.',
  })
  meanGap: number | null;
}

@ObjectType('HeatMapRow')
export class HeatMapRowType {
  capabilityId: string;
  @Field(() => [HeatMapCellType], { description: 'One per column, in their order.' })
  cells: readonly HeatMapCellType[];
}

@ObjectType('HeatMap', { description: 'Where which capability of a strategy is missing.' })
export class HeatMapType {
  @Field(() => DayScalar, { description: 'The day the figures hold for, as in StrategyReadiness.' })
  asOf: string;
  @Field(() => [HeatMapColumnType]) columns: readonly HeatMapColumnType[];
  allRows: readonly HeatMapRowType[];
}
