/// The few lines that put a button for copying beside what is to be pasted; without them the page
/// says the same.
enum HTMLPageScript {
    /// What the page's Content-Security-Policy allows as its script: the SHA-256 of the text, in
    /// Base64 (CSP 3, 8.2); a test computes it anew.
    static let hash = "sha256-1N45KQmkUEH3A7HfUxKs7Ly+aqZEX71fztwnEvabSNY="

    /// The script.
    ///
    /// A page from disk may have no `navigator.clipboard` (Clipboard API, 5: secure contexts alone),
    /// so the second way selects the text, which is also what is left to the reader where both fail.
    static let text = """

        "use strict";
        const said = document.getElementById("said");
        function select(code) {
          const range = document.createRange();
          range.selectNodeContents(code);
          const selection = window.getSelection();
          selection.removeAllRanges();
          selection.addRange(range);
        }
        async function copy(code) {
          try {
            await navigator.clipboard.writeText(code.textContent);
            return true;
          } catch {
            select(code);
            try { return document.execCommand("copy"); } catch { return false; }
          }
        }
        document.querySelectorAll(".command").forEach((place, index) => {
          const code = place.querySelector("code");
          const button = document.createElement("button");
          button.type = "button";
          const word = document.createElement("span");
          word.textContent = "Copy";
          const what = document.createElement("span");
          what.className = "hidden";
          what.textContent = " " + place.dataset.what + ", " + (index + 1);
          button.append(word, what);
          button.addEventListener("click", async () => {
            const isCopied = await copy(code);
            word.textContent = isCopied ? "Copied" : "Selected";
            said.textContent = isCopied ? "Copied." : "Selected: press Ctrl+C or ⌘C to copy.";
            setTimeout(() => { word.textContent = "Copy"; said.textContent = ""; }, 2500);
          });
          place.querySelector("pre").classList.add("copyable");
          place.append(button);
        });

        """
}
