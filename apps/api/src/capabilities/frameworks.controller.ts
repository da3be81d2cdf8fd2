import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { CasePackage } from '@alidade/frameworks';
import { Allow, SIGNED_IN } from '../platform/allow.decorator.js';
import { ContextReads, CurrentViewer } from '../platform/context.decorators.js';
import { IdPipe } from '../platform/id.pipe.js';
import { PublicAddress } from '../platform/public-address.js';
import { FrameworksService } from './frameworks.service.js';

/** Below it are the addresses of records that came without one, as the CASE standard lays them out. */
const CASE = 'ims/case/v1p0';
const VERSION = /^[1-9]\d{0,8}$/;

/** Frameworks as other systems take them in; everything else about them speaks GraphQL. */
@Controller('frameworks')
export class FrameworksController {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly address: PublicAddress,
  ) {}

  @Get(':id/case')
  @Allow(SIGNED_IN)
  casePackage(
    @CurrentViewer() viewer: Viewer,
    @ContextReads() reads: ReadSession,
    @Param('id', IdPipe) id: string,
    @Query('version') version: unknown,
  ): Promise<CasePackage> {
    const baseUri = this.address.of(CASE);
    return this.frameworks.casePackage(viewer, reads, { id, version: versionIn(version), baseUri });
  }
}

function versionIn(text: unknown): number | null {
  if (text === undefined) return null;
  if (typeof text === 'string' && VERSION.test(text)) return Number(text);
  throw new UseCaseError(
    'INVALID_INPUT',
    'A version is a whole number from 1; without one, it is the newest.',
  );
}
