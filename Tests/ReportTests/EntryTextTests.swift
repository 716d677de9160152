import Catalog
import Report
import Testing

@Suite struct EntryTextTests {
    @Test("the whole entry at several widths", arguments: [80, 40])
    func entry(width: Int) throws {
        var entry = SampleVerdict.entry(
            "ic-01", "Interpreter cannot \"Go Live\"",
            fixes: [Fix(text: "restart", commands: ["docker compose restart mediamtx"])])
        entry.severity = "high"
        entry.signatures = ["WHIP session %s failed"]
        entry.notes = [Note(label: "Likely files", items: ["portal/booth_state.py"])]
        try Golden.expect(
            EntryText.report(of: entry, style: TextStyle(width: width)),
            equals: "entry-\(width).txt")
    }
}
