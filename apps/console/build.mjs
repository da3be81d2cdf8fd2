// Builds the console into dist/console, and beside each of its files the compressed ones that are sent.
import { rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const OUT = path.resolve(HERE, '../../dist/console');
const COMPRESSIBLE = /\.(js|css|svg|json)$/;
/** Of 11: the last two take ten times as long for a few per cent. */
const BROTLI_QUALITY = 9;

async function compress(file) {
  const content = await readFile(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  await Promise.all([
    promisify(gzip)(content, { level: 9 }).then((packed) => writeFile(`${file}.gz`, packed)),
    promisify(brotliCompress)(content, { params }).then((packed) => writeFile(`${file}.br`, packed)),
  ]);
}

// Whoever builds, even a test: what is built is what people get.
process.env['NODE_ENV'] = 'production';
rmSync(OUT, { recursive: true, force: true });
await build({ root: HERE, configFile: path.join(HERE, 'vite.config.ts'), logLevel: 'error' });
const assets = path.join(OUT, 'assets');
const files = await readdir(assets);
await Promise.all(
  files.filter((file) => COMPRESSIBLE.test(file)).map((file) => compress(path.join(assets, file))),
);
