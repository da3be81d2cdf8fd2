import { Module } from '@nestjs/common';
import { AuditTrailService } from './audit-trail.service.js';
import { LinkedAccountsService } from './linked-accounts.service.js';
import { RoleGrantsService } from './role-grants.service.js';

@Module({
  providers: [AuditTrailService, LinkedAccountsService, RoleGrantsService],
  exports: [AuditTrailService, LinkedAccountsService, RoleGrantsService],
})
export class AccessModule {}
