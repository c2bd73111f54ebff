// Days in the words of the page's language, as the pages themselves write them.
globalThis.standfirst.dayInWords = (day) => {
  const { lang } = document.documentElement;
  // In English the day comes first unless a country says otherwise. All pages have these digits and this calendar.
  const form = { day: "numeric", month: "long", year: "numeric", numberingSystem: "latn", calendar: "gregory" };
  const words = new Date(`${day}T12:00`).toLocaleDateString(lang === "en" ? "en-GB" : lang, form);
  return lang.startsWith("fr") ? words.replace(/^1 /, "1er ") : words;
};
