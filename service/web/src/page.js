// The page: the chat with the articles and outlets beside it.
import "./widget.js";
import "./page/main.js";
