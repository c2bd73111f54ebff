// An entry that an overview only counts has an empty anchor there, beside the link to the page that shows it: lead on to that.
// Without this, the link is what the address leads to.
{
  function leadOn() {
    const anchor = document.getElementById(location.hash.slice(1));
    const link = anchor?.closest("[data-part]")?.querySelector("a");
    if (link) location.replace(link.href + location.hash);
  }

  leadOn();
  addEventListener("hashchange", leadOn);
}
