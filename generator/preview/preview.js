// A plug-in of livereload.js: it tells the preview which page is shown, and swaps the stylesheet without a reload.
(() => {
  const shown = document.currentScript.dataset.page;
  const stylesheet = () => document.querySelector('link[rel="stylesheet"]:not([href^="/__preview__/"])');
  // An address within the site, whatever page it is written on.
  const route = (link) => (link ? new URL(link.href).pathname : "");

  window.LiveReloadPluginPreview = class {
    static identifier = "preview";
    static version = "1.0";

    // Sent with each connection, so that what was saved while there was none is not missed.
    analyze() {
      return { page: shown, stylesheet: route(stylesheet()) };
    }

    // Whether this has dealt with a change, so that livereload.js need not reload the page.
    reload(path) {
      const old = stylesheet();
      if (!path.endsWith(".css") || !old) return false;
      const next = old.cloneNode();
      next.href = path;
      // Until the new style is there the old one stays, and nothing jumps.
      next.addEventListener("load", () => old.remove());
      old.after(next);
      return true;
    }
  };
})();
