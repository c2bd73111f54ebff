// Shows of a list only what answers the choices in the form above it, and keeps these in the address. Without this the form
// is not shown.
{
  const form = document.querySelector("form.narrow");
  if (form) narrow();

  function narrow() {
    const fields = [...form.elements].filter((field) => field.name);
    const optionsOf = new Map(fields.filter((field) => field.options).map((field) => [field, [...field.options]]));
    const entries = [...document.getElementsByClassName(form.dataset.entries)];
    const sections = new Set(entries.map((entry) => entry.closest("section")).filter(Boolean));

    // ---------------------------------------------------------------- what is shown

    const said = (entry, { name }) => entry.closest(`[data-${name}]`).dataset[name];

    const answers = (entry, field) => !field.value || (optionsOf.has(field)
      ? said(entry, field).split(" ").includes(field.value)
      : plain(said(entry, field)).includes(plain(field.value)));

    function show() {
      for (const entry of entries) entry.hidden = !fields.every((field) => answers(entry, field));
      const shown = entries.filter((entry) => !entry.hidden);
      for (const section of sections) section.hidden = !shown.some((entry) => section.contains(entry));
      hideNotes();
      for (const [select, options] of optionsOf) offer(select, options);
      for (const field of fields) field.parentElement.toggleAttribute("data-chosen", Boolean(field.value));
      form.toggleAttribute("data-narrowed", fields.some((field) => field.value));
      // The digits that the rest of the page has.
      form.querySelector(".shown").textContent =
        shown.length.toLocaleString(document.documentElement.lang, { numberingSystem: "latn" });
    }

    // Only what leaves something to show, with what is chosen in the other fields.
    function offer(select, options) {
      const others = fields.filter((field) => field !== select), { value } = select;
      const left = entries.filter((entry) => others.every((field) => answers(entry, field)));
      const values = new Set(["", value, ...left.flatMap((entry) => said(entry, select).split(" "))]);
      select.replaceChildren(...options.filter((option) => values.has(option.value)));
      select.value = value;
    }

    // On paper the notes are end notes, which keep the numbers that their marks have.
    function hideNotes() {
      const marks = [...document.querySelectorAll("[popovertarget]")].filter(isShown);
      const opened = new Set(marks.map((mark) => mark.getAttribute("popovertarget")));
      document.querySelectorAll(".note").forEach((note, index) => {
        note.value = index + 1;
        note.hidden = !opened.has(note.id);
      });
    }

    // ---------------------------------------------------------------- the address

    function choose(valueOf) {
      for (const [select, options] of optionsOf) select.replaceChildren(...options);
      for (const field of fields) {
        field.value = valueOf(field);
        if (field.selectedIndex < 0) field.value = "";
      }
      show();
    }

    function read() {
      const asked = new URLSearchParams(location.search);
      choose(({ name }) => asked.get(name) ?? "");
      const target = document.getElementById(location.hash.slice(1));
      if (!target || isShown(target)) return;
      // Whoever comes for one entry is shown it, whatever was chosen.
      choose(() => "");
      history.replaceState(null, "", location.pathname + location.hash);
      target.scrollIntoView();
    }

    // Going back undoes a choice, and what was typed as a whole.
    function write(typing) {
      const chosen = new URLSearchParams(fields.filter(({ value }) => value).map(({ name, value }) => [name, value]));
      const address = location.pathname + (chosen.size ? `?${chosen}` : "");
      history[typing && location.search ? "replaceState" : "pushState"](null, "", address);
    }

    form.addEventListener("input", (event) => {
      show();
      write(!optionsOf.has(event.target));
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      choose(() => "");
      write();
      fields[0].focus();
    });
    addEventListener("popstate", read);
    form.hidden = false;
    read();
  }

  function isShown(element) {
    return !element.closest("[hidden]");
  }

  // The letters and digits alone, without marks and capitals: al-Sarraj is typed al sarraj, and U.S. is typed us.
  function plain(text) {
    return text.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  }
}
