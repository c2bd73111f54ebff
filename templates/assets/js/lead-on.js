// An entry that an overview only counts has an empty anchor there, beside the link to the page that shows it: lead on to that.
// Of very many the anchors stand in files, of which each says on which pages some of them are.
// Without this, an address leads to that link, or to the overview, which has the way to each entry.
{
  const { anchors, anchorFiles } = document.querySelector("main")?.dataset ?? {};

  function leadOn() {
    const name = location.hash.slice(1), anchor = document.getElementById(name);
    const link = anchor?.closest("[data-part]")?.querySelector("a");
    if (link) location.replace(link.href + location.hash);
    else if (name && !anchor && anchors) lookUp(name);
  }

  // Each file is a script, so that no policy and no folder on disk stands in its way.
  function lookUp(name) {
    const script = document.createElement("script");
    script.src = `${anchors}-${fileOf(name)}.js`;
    document.head.append(script);
  }

  // As the generator shares them out.
  function fileOf(name) {
    return [...name].reduce((number, letter) => (number * 31 + letter.codePointAt()) % 65521, 0) % anchorFiles;
  }

  addEventListener("anchors", ({ detail }) => {
    const page = detail.find(([, names]) => names.split(" ").includes(location.hash.slice(1)))?.[0];
    if (page) location.replace(page + location.hash);
  });

  leadOn();
  addEventListener("hashchange", leadOn);
}
