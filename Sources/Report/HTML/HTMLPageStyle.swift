/// How the page looks: light and dark, on a wide screen, a telephone and paper.
///
/// All text has a contrast of at least 4.5 to 1 with what lies behind it (WCAG 2.2, 1.4.3).
enum HTMLPageStyle {
    /// What the page's Content-Security-Policy allows as its style: the SHA-256 of the text, in
    /// Base64 (CSP 3, 8.2); a test computes it anew.
    static let hash = "sha256-p0nHLC7DgdEbxzENDT+LSURA/S78J4hqnZSgifBVPOI="

    /// The style sheet.
    static let text = colors + page + parts + graph + paper

    private static let colors = """

        :root {
          color-scheme: light dark;
          --page: #ffffff; --box: #f4f5f7; --text: #1c1e21; --quiet: #565b63; --line: #c6cad1;
          --bad: #b3161e; --bad-box: #fdecec; --on-bad: #ffffff;
          --good: #176b2c; --unclear: #7a4d00; --link: #0b57c2; --focus: #0b57c2;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #16181c; --box: #22252b; --text: #e8eaee; --quiet: #aab0ba; --line: #4b515c;
            --bad: #ff9d94; --bad-box: #3a1d1d; --on-bad: #2a0507;
            --good: #7fd693; --unclear: #f0bd66; --link: #8ab8ff; --focus: #8ab8ff;
          }
        }

        """

    private static let page = """
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 54rem;
          background: var(--page); color: var(--text);
          font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
        }
        h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
        h2 { margin: 2.25rem 0 .5rem; font-size: 1.15rem; line-height: 1.3; }
        h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
        p { margin: .5rem 0; }
        ul, ol { margin: .5rem 0; padding-left: 1.4rem; }
        li { margin: .25rem 0; }
        a { color: var(--link); }
        code, pre { font: .875rem/1.45 ui-monospace, Menlo, Consolas, monospace; }
        pre {
          margin: .4rem 0; padding: .6rem .75rem; border-radius: .375rem;
          background: var(--box); white-space: pre-wrap;
        }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
        summary { cursor: pointer; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
        footer { margin-top: 2.5rem; color: var(--quiet); font-size: .875rem; }
        .hidden {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }

        """

    private static let parts = """
        .verdict { padding: 1rem; border-left: .5rem solid var(--line); background: var(--box); }
        .verdict .state { display: block; font-size: .9rem; letter-spacing: .06em; }
        .verdict p { margin: .5rem 0 0; }
        .unhealthy { border-color: var(--bad); background: var(--bad-box); }
        .unhealthy .state, .fail > .mark { color: var(--bad); }
        .healthy { border-color: var(--good); }
        .healthy .state, .pass > .mark { color: var(--good); }
        .inconclusive { border-color: var(--unclear); }
        .inconclusive .state, .unknown > .mark { color: var(--unclear); }
        .mark { font-weight: 700; }
        .quiet { color: var(--quiet); }
        .probes { padding: 0; list-style: none; }
        .probes > li {
          display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); margin: .75rem 0;
          break-inside: avoid;
        }
        .probes > li > :not(.mark) { grid-column: 2; }
        dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: .1rem .75rem; margin: .25rem 0; }
        dt { color: var(--quiet); }
        dd { margin: 0; min-width: 0; }
        .fail .saw { color: var(--bad); font-weight: 600; }
        .log { border-left: 3px solid var(--line); border-radius: 0; font-size: .8125rem; }
        .command { position: relative; }
        .copyable { padding-right: 5.5rem; min-height: 2.6rem; }
        .command button {
          position: absolute; top: .35rem; right: .35rem; min-width: 4.5rem; padding: .25rem .6rem;
          border: 1px solid var(--quiet); border-radius: .3rem;
          background: var(--page); color: var(--text); font: inherit; font-size: .8125rem;
          cursor: pointer;
        }
        .destroys { padding: .1rem .75rem .5rem; border: 2px solid var(--bad); border-radius: .375rem; }
        .warning { color: var(--bad); font-weight: 700; }
        .timeline { padding: 0; list-style: none; }
        .timeline li { padding-left: .9rem; border-left: 3px solid var(--line); margin: 0 0 .6rem; }
        .timeline code { display: block; }
        @media (max-width: 30rem) {
          body { padding: .75rem .75rem 2rem; }
          dl { grid-template-columns: 1fr; }
          dt { font-size: .875rem; }
        }

        """

    private static let graph = """
        .graph { overflow-x: auto; padding: .25rem 0; }
        .graph svg { display: block; margin: 0 auto; }
        .box rect { fill: var(--box); stroke: var(--quiet); stroke-width: 1.5; }
        .box text { fill: var(--text); font: 13px ui-monospace, Menlo, Consolas, monospace; }
        .box .standing { fill: var(--quiet); font: 12px system-ui, sans-serif; }
        .root rect { fill: var(--bad); stroke: var(--bad); stroke-width: 4; }
        .root text, .root .standing { fill: var(--on-bad); font-weight: 700; }
        .broken rect { fill: var(--bad-box); stroke: var(--bad); stroke-width: 3; }
        .broken .standing, .follows .standing { fill: var(--bad); font-weight: 700; }
        .follows rect { fill: var(--page); stroke: var(--bad); stroke-width: 2; stroke-dasharray: 7 4; }
        .box.unknown rect { stroke: var(--unclear); stroke-dasharray: 2 3; stroke-width: 2; }
        .box.unknown .standing { fill: var(--unclear); }
        .passes rect { stroke: var(--good); }
        .passes .standing { fill: var(--good); }
        .edge { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
        .arrow { fill: var(--quiet); }
        .edge.carries { stroke: var(--bad); stroke-width: 2.5; stroke-dasharray: 7 4; }
        .carried { fill: var(--bad); }

        """

    private static let paper = """
        @media print {
          :root {
            color-scheme: light;
            --page: #ffffff; --box: #f4f5f7; --text: #000000; --quiet: #444444; --line: #999999;
            --bad: #a00010; --bad-box: #ffffff; --on-bad: #ffffff;
            --good: #0d5520; --unclear: #5e3b00; --link: #000000;
          }
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          nav, .command button { display: none; }
          .copyable { padding-right: .75rem; }
          h2 { break-after: avoid; }
          pre, .destroys { break-inside: avoid; border: 1px solid var(--line); }
          .graph { overflow: visible; }
          .graph svg { max-width: 100%; height: auto; }
          .root rect, .verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          details::details-content { content-visibility: visible; }
        }

        """
}
