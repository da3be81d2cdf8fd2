import { registerEnumType } from '@nestjs/graphql';
import { RaterGroup } from '@alidade/release';
import { graphqlEnum } from '../../platform/graphql-enum.js';

export const RaterGroupEnum = graphqlEnum(RaterGroup);
registerEnumType(RaterGroupEnum, { name: 'RaterGroup' });
