// The page, drawn once; a link to #q=ID opens that question.
drawHead();
drawMeasures();
drawGroups();
drawCompared(showOnly);
drawRisk();
drawTimes();
drawConfusion();
prepareControls();
drawQuestions();
const asked = new URLSearchParams(location.hash.slice(1)).get("q");
if (asked !== null) {
  showOnly([asked], asked);
  document.querySelector("button.question")?.click();
}
