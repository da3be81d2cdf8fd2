import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

/** What somebody is told when a design is published. */
export const PublicationNews = { CONFIRMED: 'CONFIRMED', MOVED: 'MOVED', TAKEN_BACK: 'TAKEN_BACK' } as const;
export type PublicationNews = (typeof PublicationNews)[keyof typeof PublicationNews];

registerEnumType(PublicationNews, {
  name: 'PublicationNews',
  description: 'CONFIRMED: a seat. MOVED: another seat than before. TAKEN_BACK: no seat any more.',
});

@ObjectType('PublicationMail', { description: 'What publishing a design would tell one person.' })
export class PublicationMailType {
  executiveId: string;
  cohortId: string;
  fromCohortId: string | null;
  @Field(() => PublicationNews) news: PublicationNews;
  @Field(() => String) subject: string;
  @Field(() => String) body: string;
}
