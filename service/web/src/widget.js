// The widget: <byline-chat> and all that shows an answer.
import { BylineAnswer } from "./answer/answer.js";
import { BylineArticle } from "./article/article.js";
import { BylineMasthead } from "./article/masthead.js";
import { BylineChat } from "./chat/chat.js";
import { BylineComparison } from "./compare/comparison.js";

const ELEMENTS = {
  "byline-answer": BylineAnswer,
  "byline-article": BylineArticle,
  "byline-chat": BylineChat,
  "byline-comparison": BylineComparison,
  "byline-masthead": BylineMasthead,
};

// A page that loads the script twice has the elements once.
for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element);
}
