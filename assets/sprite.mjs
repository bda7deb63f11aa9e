// Draws the icons named in a list into one SVG sprite: <use href="…/icons.svg#map">.
import fs from "node:fs";

const TABLER = "node_modules/@tabler/icons";
const ICONS = `${TABLER}/icons`;
const FILLED = "-filled";
const STROKE =
  'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';

function names(list) {
  const lines = fs.readFileSync(list, "utf8").split("\n");
  return [...new Set(lines.map((line) => line.replace(/#.*/, "").trim()).filter(Boolean))];
}

function symbol(name) {
  const filled = name.endsWith(FILLED);
  const file = filled ? `${ICONS}/filled/${name.slice(0, -FILLED.length)}.svg` : `${ICONS}/outline/${name}.svg`;
  if (!fs.existsSync(file)) throw new Error(`icons.txt: Tabler has no icon called “${name}”`);
  const [, body] = fs.readFileSync(file, "utf8").match(/<svg[^>]*>([\s\S]*)<\/svg>/);
  const paint = filled ? 'fill="currentColor"' : STROKE;
  return `<symbol id="${name}" viewBox="0 0 24 24" ${paint}>${body.replace(/\s+/g, " ").trim()}</symbol>`;
}

/** A Vite plugin that writes icons.svg, and the licence beside it, from the names in `list`; “-filled” means the solid icon. */
export function sprite(list) {
  return {
    name: "zy-sprite",
    buildStart() {
      this.addWatchFile(list);
    },
    generateBundle() {
      const symbols = names(list).map(symbol).join("\n");
      const source = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols}\n</svg>\n`;
      this.emitFile({ type: "asset", fileName: "icons.svg", source });
      const license = fs.readFileSync(`${TABLER}/LICENSE`, "utf8");
      this.emitFile({ type: "asset", fileName: "icons.LICENSE.txt", source: license });
    },
  };
}
