// The writers' page of reviews: who answers yes vouches for what is shown, and the preview notes it (`/_desk/vouch`).
(() => {
  const { vouch, review } = document.currentScript.dataset;
  const part = (name) => document.getElementById(`desk_${name}`);
  const shown = () => document.querySelector(".desk_review");
  // Storage may be forbidden: then the name is that of the page, and the list lasts as long as it.
  const kept = (() => {
    const own = {};
    try {
      localStorage.getItem("desk_by");
      return localStorage;
    } catch {
      return { getItem: (key) => own[key] ?? null, setItem: (key, value) => { own[key] = value; }, removeItem: (key) => { delete own[key]; } };
    }
  })();

  document.documentElement.classList.add("desk_has_script");
  if (goesOnAs(kept.getItem("desk_by"))) return;
  showRefused();
  say(kept.getItem("desk_said") ?? "");
  kept.removeItem("desk_said");

  // What the preview brings up to date when something is saved lacks the list.
  new MutationObserver(() => { if (part("refused")?.hidden && refused().length) showRefused(); }).observe(document.body, { childList: true, subtree: true });

  // ---------------------------------------------------------------- who reads

  // The page of another reader is shown for who this is.
  function goesOnAs(name) {
    const input = part("by"), address = new URL(location.href);
    // What the preview makes of a name need not be how it was typed.
    if (!name || name === input.dataset.shown || name === address.searchParams.get("by")) return false;
    address.searchParams.set("by", name);
    input.value = name;
    location.replace(address);
    return true;
  }

  document.addEventListener("change", (event) => {
    if (event.target.id !== "desk_by") return;
    const name = event.target.value.trim();
    if (!name) return;
    kept.setItem("desk_by", name);
    goesOnAs(name);
  });

  // ---------------------------------------------------------------- what is answered

  document.addEventListener("click", (event) => {
    switch (event.target.closest?.("button")?.id) {
      case "desk_yes": return void sayYes();
      case "desk_no": return askWhy();
      case "desk_refuse": return refuse();
      case "desk_forget": return forget();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.id === "desk_why") refuse();
  });

  async function sayYes() {
    const by = part("by").value.trim();
    if (!by) {
      say("Say who you are first.");
      part("by").focus();
      return;
    }
    kept.setItem("desk_by", by);
    const { fact, statement, passages, next } = shown().dataset;
    part("yes").disabled = true;
    const answer = await fetch(vouch, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ fact, by, statement, passages }),
    }).catch(() => undefined);
    const said = await answer?.json().catch(() => undefined);
    if (answer?.ok) return goOn(next, `Noted: ${by} vouches for ${fact}.`);
    if (answer?.status === 409) return goOn(location.href, said.error);
    part("yes").disabled = false;
    say(said?.error ?? "The preview does not answer, and nothing was noted.");
  }

  function goOn(address, words) {
    kept.setItem("desk_said", words);
    const target = new URL(address, location.href);
    // The same address but for what follows its # would not be loaded anew.
    if (target.pathname + target.search === location.pathname + location.search) location.reload();
    else location.assign(target);
  }

  function askWhy() {
    part("refusal").hidden = false;
    part("no").setAttribute("aria-expanded", "true");
    part("why").focus();
  }

  function refuse() {
    const { fact, place, next } = shown().dataset;
    const why = part("why").value.trim() || "the passages do not support it";
    kept.setItem("desk_refused", JSON.stringify([...refused().filter((each) => each.fact !== fact), { fact, place, why }]));
    goOn(next, `Nothing was noted of ${fact}: it is listed below, to be mended.`);
  }

  function forget() {
    kept.removeItem("desk_refused");
    showRefused();
  }

  function say(words) {
    const status = part("status");
    if (status && words) status.textContent = words;
  }

  // ---------------------------------------------------------------- what is to be mended

  function refused() {
    try {
      return JSON.parse(kept.getItem("desk_refused") ?? "[]");
    } catch {
      return [];
    }
  }

  function showRefused() {
    const list = refused();
    part("refused").hidden = !list.length;
    part("refused").querySelector("ul").replaceChildren(...list.map(({ fact, place, why }) => {
      const line = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${review}?${new URLSearchParams({ fact, by: part("by").value })}#fact`;
      link.textContent = fact;
      line.append(link, ` ${why}, in ${place}`);
      return line;
    }));
  }
})();
