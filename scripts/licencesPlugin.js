const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Writes the licence texts of all packages of which a module went into a bundle: most licences ask for that. */
module.exports = class LicencesPlugin {
  constructor({ filename }) {
    this.filename = filename;
  }

  apply(compiler) {
    const found = new Map();
    const collect = (compilation) => {
      for (const module of compilation.modules) {
        for (const part of [module, ...(module.modules ?? [])]) {
          const folder = part.resource?.includes('node_modules') && packageFolder(part.resource);
          if (folder) found.set(folder, licenceOf(folder));
        }
      }
    };
    compiler.hooks.thisCompilation.tap('LicencesPlugin', (compilation) => {
      const { Compilation, sources } = compiler.webpack;
      compilation.hooks.processAssets.tap(
        { name: 'LicencesPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          collect(compilation);
          // Many packages share one text: it is written once, under all their names.
          const packages = new Map();
          for (const { title, text } of found.values())
            packages.set(text.trim(), [...(packages.get(text.trim()) ?? []), title].sort());
          const parts = [...packages].map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`).sort();
          compilation.emitAsset(this.filename, new sources.RawSource(parts.join(`\n${'-'.repeat(78)}\n\n`)));
        },
      );
    });
  }
};

/** The folder of the package that a file belongs to: the nearest package.json that has a name and a version. */
function packageFolder(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
    if (name && version) return folder;
  }
  return undefined;
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((f) => /^(licen[cs]e|copying)/i.test(f));
  return {
    title: `${name} ${version} (${license})`,
    text: file
      ? readFileSync(join(folder, file), 'utf8')
      : `Licence: ${license}. The package has no licence file.`,
  };
}
