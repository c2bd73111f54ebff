// Leaves out what changed before the day that the address names, as in ?since=2026-05-01, and lets readers choose another.
// Without this all days stand there.
{
  const form = document.querySelector("form.by-day");
  if (form) byDay();

  function byDay() {
    const field = form.elements.since, told = form.querySelector("[role=status]");
    const days = [...document.querySelectorAll("main [data-day]")];
    // The pages that a long list is divided into, which are asked for the same.
    const others = [...document.querySelectorAll("main .parts a, main .lines a, main .pager a")];

    // A date of February 30 is one of March, and the year 0002 the beginning of another.
    function isDay(text) {
      const day = new Date(`${text}T00:00Z`);
      return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
    }

    function show(asked) {
      const since = asked && isDay(asked) ? asked : "";
      let count = 0;
      for (const day of days) {
        day.hidden = day.dataset.day < since;
        if (!day.hidden) count += Number(day.dataset.changes);
      }
      for (const link of others) link.search = since && `?since=${since}`;
      field.value = since;
      form.toggleAttribute("data-chosen", Boolean(asked));
      told.textContent = asked ? sentence(asked, since, count) : "";
    }

    function sentence(asked, since, count) {
      const { since: some, none, wrong } = form.dataset;
      if (!since) return wrong.replace("{day}", asked);
      return (count ? some : none).replace("{date}", standfirst.dayInWords(since)).replace("{count}", count);
    }

    const asked = () => new URLSearchParams(location.search).get("since") ?? "";

    function choose(since) {
      history.pushState(null, "", location.pathname + (since && `?since=${since}`));
      show(since);
    }

    // What is half typed is no day yet.
    field.addEventListener("change", () => {
      if (!field.value || isDay(field.value)) choose(field.value);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      choose(field.value);
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      choose("");
      field.focus();
    });
    addEventListener("popstate", () => show(asked()));
    form.hidden = false;
    show(asked());
  }
}
