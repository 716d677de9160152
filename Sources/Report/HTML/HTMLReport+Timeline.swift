import Foundation

extension HTMLReport {
    /// The first errors in order of time, with the run itself behind them.
    var timeline: HTML {
        let timeline = Timeline(of: report)
        if timeline.events.isEmpty { return .empty }
        let items = timeline.events.map { event -> HTML in
            """
            <li><time datetime="\(LogMoment.text(of: event.time, withDay: true))">\
            \(event.timeText)</time> <strong>\(event.component)</strong> \
            <code>\(event.text)</code></li>

            """
        }
        let note: HTML =
            timeline.hasGuessedZone
            ? "<p class=\"quiet\">Times that state no zone are taken as UTC.</p>\n" : .empty
        return """
            <ol class="timeline">
            \(items)<li><time datetime="\(report.beginText)">\(report.beginText)</time> \
            <span class="quiet">the run began</span></li>
            </ol>
            \(note)
            """
    }
}
