/// Resolves the escapes of JSON texts (RFC 8259, 7) in a line without reading it as JSON.
enum JSONEscapes {
    /// The text with its escapes resolved; `nil` where it has none or holds no JSON.
    static func resolved(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let hasEscape = text.withUnsafeBufferPointer {
            $0.offset(of: UInt8(ascii: "\\"), in: $0.indices) != nil
        }
        guard hasEscape, text.contains(UInt8(ascii: "{")) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var cursor = ByteCursor(text)
        while let byte = cursor.current {
            cursor.index += 1
            if byte == UInt8(ascii: "\\"), let escaped = cursor.attempt(escape) {
                output += escaped
            } else {
                output.append(byte)
            }
        }
        return output[...]
    }

    /// What an escape behind its backslash stands for.
    private static func escape(_ cursor: inout ByteCursor) -> [UInt8]? {
        guard let byte = cursor.takeOne(where: { _ in true }) else { return nil }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
        // On one line, as all that is shown.
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return [0x20]
        case UInt8(ascii: "u"): return scalar(&cursor).map { Array(String($0).utf8) }
        default: return nil
        }
    }

    /// The scalar of four hexadecimal digits, or of two such escapes that are a surrogate pair.
    private static func scalar(_ cursor: inout ByteCursor) -> Character? {
        guard let first = hexadecimal(&cursor) else { return nil }
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        guard first < 0xDC00, cursor.take("\\u"), let second = hexadecimal(&cursor),
            (0xDC00...0xDFFF).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            .map(Character.init)
    }

    private static func hexadecimal(_ cursor: inout ByteCursor) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = cursor.current.flatMap({ UInt32(hexadecimal: $0) }) else {
                return nil
            }
            value = value << 4 | digit
            cursor.index += 1
        }
        return value
    }
}

extension UInt32 {
    /// The value of a hexadecimal digit.
    fileprivate init?(hexadecimal byte: UInt8) {
        switch byte {
        case 0x30...0x39: self = UInt32(byte) - 0x30
        case 0x41...0x46, 0x61...0x66: self = UInt32(byte | 0x20) - 0x57
        default: return nil
        }
    }
}
