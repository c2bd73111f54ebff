const searchIndex = [
["What is the least that builds?","index.html","Explainer","A title, a standfirst, a language, an address and two dates."]
];
