import { Module } from '@nestjs/common';
import { AuditTrailService } from './audit-trail.service.js';
import { RoleGrantsService } from './role-grants.service.js';

@Module({
  providers: [AuditTrailService, RoleGrantsService],
  exports: [AuditTrailService, RoleGrantsService],
})
export class AccessModule {}
