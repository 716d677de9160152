import Foundation

/// Takes off what compose and the engine put in front of a line.
enum LinePrefix {
    private static let nameMarks: ByteSet = "_.-"

    /// Takes off `portal-1  | `, as `docker compose logs` and `up` write it, and gives the name.
    ///
    /// Version 2 pads names with two blanks at least, version 1 has a number behind each name and
    /// one blank. Other lines with a `|` are nobody's prefix.
    static func container(_ line: inout ArraySlice<UInt8>) -> String? {
        var cursor = ByteCursor(line)
        guard cursor.current?.isLetter == true || cursor.current?.isDigit == true else {
            return nil
        }
        cursor.skip(while: { $0.isLetter || $0.isDigit || nameMarks.contains($0) })
        let name = line[line.startIndex..<cursor.index]
        cursor.skip(while: { $0 == 0x20 })
        let blanks = cursor.index - name.endIndex
        guard blanks > 1 || (blanks == 1 && isNumbered(name)), cursor.take(UInt8(ascii: "|")),
            cursor.current == nil || cursor.take(0x20)
        else { return nil }
        line = line[cursor.index...]
        return String(decoding: name, as: UTF8.self)
    }

    /// Whether a name ends as those of a service's containers do: `portal-1`, `portal_1`.
    private static func isNumbered(_ name: ArraySlice<UInt8>) -> Bool {
        let digits = name.reversed().prefix { $0.isDigit }.count
        guard digits > 0, let sign = name.dropLast(digits).last else { return false }
        return sign == UInt8(ascii: "-") || sign == UInt8(ascii: "_")
    }

    /// Takes off `2026-11-21T06:00:00.123456789Z `, the engine's own time, and gives it.
    ///
    /// The engine writes all nine digits of a second (`RFC3339NanoFixed` of moby's jsonmessage), as
    /// hardly a program does.
    static func received(_ line: inout ArraySlice<UInt8>) -> Date? {
        let dot = 19
        guard line.count > dot + 10, line[line.startIndex + 10] == UInt8(ascii: "T"),
            line[line.startIndex + dot] == UInt8(ascii: ".")
        else { return nil }
        var cursor = ByteCursor(line, at: line.startIndex + dot + 1)
        guard cursor.digitCount(upTo: 10) == 9 else { return nil }
        cursor.index = line.startIndex
        guard case .moment(let date) = TimeScanner.time(&cursor),
            cursor.current == nil || cursor.take(0x20)
        else { return nil }
        line = line[cursor.index...]
        return date
    }
}
