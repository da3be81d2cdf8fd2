import { describe, expect, it } from '@jest/globals';
import { isLoopback, readEnv } from './env.js';

const LOCAL = { DATABASE_URL: 'postgres://app@db/alidade', SESSION_SECRET: 's'.repeat(32) };
const PRODUCTION = {
  ...LOCAL,
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://alidade.example',
  OIDC_ISSUER: 'https://identity.example',
  OIDC_CLIENT_SECRET: 'c'.repeat(16),
};

describe('the environment', () => {
  it('names every fault at once, with what else it then needs', () => {
    const faulty = {
      NODE_ENV: 'production',
      SESSION_SECRET: 'short',
      PORT: 'many',
      METRICS_PORT: '70000',
      LOG_LEVEL: 'loud',
      MIGRATIONS_DATABASE_URL: 'mysql://db',
      SMTP_URL: 'smtp://mail',
    };
    let told = '';
    try {
      readEnv(faulty);
    } catch (error) {
      told = String(error);
    }
    const names = [...told.matchAll(/^ {2}(\w+): .+$/gm)].map(([, name = '']) => name);
    expect(names.toSorted()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'MAIL_FROM',
      'METRICS_PORT',
      'MIGRATIONS_DATABASE_URL',
      'OIDC_CLIENT_SECRET',
      'OIDC_ISSUER',
      'PORT',
      'PUBLIC_URL',
      'SESSION_SECRET',
    ]);
  });

  it('does not repeat what it refuses', () => {
    expect(() => readEnv({ ...LOCAL, SESSION_SECRET: 'secret' })).toThrow(/^(?!.*: .*secret)/);
  });

  it('takes an empty variable for one that is not given', () => {
    expect(readEnv({ ...LOCAL, METRICS_PORT: '', OIDC_ISSUER: '', PORT: '' })).toMatchObject({
      METRICS_PORT: 0,
      PORT: 3000,
    });
    expect(() => readEnv({ ...LOCAL, DATABASE_URL: '' })).toThrow(/DATABASE_URL: needed/);
  });

  it('mounts the local identity provider only where no other is configured', () => {
    expect(readEnv(LOCAL).identity.localPath).toBe('/local-identity');
    expect(readEnv({ ...LOCAL, OIDC_ISSUER: 'https://identity.example' }).identity.localPath).toBeNull();
  });

  it('never mounts it in production, nor for other machines', () => {
    expect(readEnv(PRODUCTION).identity.localPath).toBeNull();
    const { OIDC_ISSUER: _, ...without } = PRODUCTION;
    expect(() => readEnv(without)).toThrow(/OIDC_ISSUER/);
    expect(() => readEnv({ ...LOCAL, HOST: '0.0.0.0' })).toThrow(/OIDC_ISSUER/);
  });

  it("takes the provider's tokens for the client, unless another audience is named", () => {
    expect(readEnv(PRODUCTION).identity.audience).toBe('alidade');
    expect(readEnv({ ...PRODUCTION, OIDC_AUDIENCE: 'api' }).identity.audience).toBe('api');
  });

  it.each(['127.0.0.1', '127.8.9.1', '::1', '[::1]', 'localhost'])('knows %s as this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.org', 'localhost.example.org'])(
    'does not take %s for this machine',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
