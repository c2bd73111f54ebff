// A plug-in of livereload.js: it tells the preview which page is shown, and brings the page up to date in place, so
// that nothing flickers or jumps and what is open stays open. What it cannot do so is left to a reload.
(() => {
  let { page: shown, images: shownImages } = document.currentScript.dataset;
  // The page as it came, which scripts have changed since: what comes anew is held against this.
  let came;
  let atWork = Promise.resolve();

  // Once all of the page is there, but before the scripts that wait for it.
  document.addEventListener("readystatechange", () => { came ??= document.documentElement.cloneNode(true); });

  window.LiveReloadPluginPreview = class {
    static identifier = "preview";
    static version = "1.0";

    // Sent with each connection, so that what was saved while there was none is not missed.
    analyze() {
      return { page: shown, stylesheet: style(document) };
    }

    // Whether this deals with a change, so that livereload.js need not reload the page.
    reload(path) {
      if (path.endsWith(".css")) swapStyle(path);
      else atWork = atWork.then(update).catch(() => location.reload());
      return true;
    }
  };

  async function update() {
    const answer = await fetch(location.href);
    const comes = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.redirected || !answer.ok || !isSameFrame(comes)) throw new Error("another page");
    if (style(comes) !== style(document)) swapStyle(style(comes));
    const { page: version, images } = comes.querySelector("script[data-page]").dataset;
    // It came with what was saved before.
    if (version === shown) return;
    // A picture that a page shows stays as it was loaded, whatever comes of the page.
    if (images !== shownImages && document.images.length) throw new Error("another picture");
    // Nothing in the page itself is new: then it is a picture that it shows.
    if (came.lastElementChild.isEqualNode(comes.body)) throw new Error("the same page");
    bring(document.body, came.lastElementChild, comes.body);
    // Whoever has folded the problems away has seen these and no others.
    if (problems(comes) !== problems(came)) document.getElementById("preview_problems")?.setAttribute("open", "");
    document.title = comes.title;
    shown = version;
    shownImages = images;
    came = comes.documentElement;
  }

  // Whether what surrounds the text is the same. What a form does its scripts know, and would not know of another.
  function isSameFrame(comes) {
    const scripts = (page) => [...page.scripts].map((script) => script.src);
    return !document.forms.length && !comes.forms.length
      && String(scripts(document)) === String(scripts(comes))
      && hasSameAttributes(came, comes.documentElement);
  }

  function problems(page) {
    return [...page.querySelectorAll("#preview_problems .preview_message")].map((said) => said.textContent).join("\n");
  }

  // ---------------------------------------------------------------- what changed

  // Changes a node of the page in those parts alone in which what comes is not what came.
  function bring(node, came, comes) {
    if (came.isEqualNode(comes)) return;
    const isSame = node.childNodes.length === came.childNodes.length && came.nodeType === Node.ELEMENT_NODE
      && came.nodeName === comes.nodeName && hasSameAttributes(came, comes);
    if (isSame) bringChildren([...node.childNodes], [...came.childNodes], [...comes.childNodes], node);
    else node.replaceWith(document.importNode(comes, true));
  }

  function bringChildren(nodes, came, comes, parent) {
    const start = alike(came, comes);
    const end = alike(came.slice(start).reverse(), comes.slice(start).reverse());
    const middle = (list) => list.slice(start, list.length - end);
    const old = middle(nodes), next = middle(comes);
    if (old.length === next.length) {
      const before = middle(came);
      old.forEach((node, index) => bring(node, before[index], next[index]));
    } else {
      const after = nodes[nodes.length - end] ?? null;
      for (const node of old) node.remove();
      for (const node of next) parent.insertBefore(document.importNode(node, true), after);
    }
  }

  // How many nodes at the beginning of two lists are alike.
  function alike(some, others) {
    const first = some.findIndex((node, index) => !others[index]?.isEqualNode(node));
    return first < 0 ? some.length : first;
  }

  function hasSameAttributes(one, other) {
    return one.cloneNode(false).isEqualNode(other.cloneNode(false));
  }

  // ---------------------------------------------------------------- the style

  function swapStyle(path) {
    const old = stylesheets(document), last = old.at(-1), next = last.cloneNode();
    next.href = path;
    // Until the new style is there the old one stays, and nothing jumps.
    next.addEventListener("load", () => old.forEach((link) => link.remove()));
    last.after(next);
  }

  // The address within the site of the style that a page is to have, whatever page it is written on.
  function style(page) {
    const link = stylesheets(page).at(-1);
    return link ? new URL(link.getAttribute("href"), location).pathname : "";
  }

  function stylesheets(page) {
    return [...page.querySelectorAll('link[rel="stylesheet"]:not([href^="/__preview__/"])')];
  }

  // ---------------------------------------------------------------- the end of the preview

  let ending;

  // A preview that starts itself anew is back soon.
  document.addEventListener("LiveReloadDisconnect", () => { ending ??= setTimeout(sayEnded, 3000); });

  document.addEventListener("LiveReloadConnect", () => {
    clearTimeout(ending);
    ending = undefined;
    document.getElementById("preview_ended")?.remove();
  });

  function sayEnded() {
    const notice = document.createElement("p");
    notice.id = "preview_ended";
    notice.className = "preview_notices";
    notice.role = "status";
    notice.textContent = "The preview has ended: what you save is shown once it is started again.";
    // Beside the body, in which only the page and its problems stand.
    document.documentElement.append(notice);
  }
})();
