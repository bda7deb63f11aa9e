import { defineConfig } from "vite";

import { sprite } from "./assets/sprite.mjs";

// File names carry no hash here: Django's manifest storage adds one when it collects the static files.
export default defineConfig({
  base: "",
  publicDir: false,
  plugins: [sprite("assets/icons.txt")],
  build: {
    outDir: "src/zhengyou/static/zy/dist",
    emptyOutDir: true,
    manifest: "manifest.json",
    // Office machines on Windows 7 stop at Chrome 109; village telephones stop earlier.
    target: "chrome87",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600, // trends.js, the one chart that is explored
    rollupOptions: {
      input: { app: "assets/app.js", trends: "assets/trends.js" },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: ({ names }) => (names[0]?.endsWith(".css") ? "zy.css" : "[name][extname]"),
      },
    },
  },
});
