/// Finds secrets by what stands around them or how they begin, in one pass over the words.
struct ShapeScan {
    let bytes: [UInt8]
    private(set) var found: [SecretFinder.Finding] = []
    private var names = SecretNames()
    /// Where the last header with cookies ends.
    private var cookiesEnd = 0

    /// The places of all secrets that have a known shape; some may overlap.
    static func findings(in bytes: [UInt8]) -> [SecretFinder.Finding] {
        var scan = ShapeScan(bytes)
        scan.run()
        return scan.found
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() {
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte.isWordByte {
                let end = bytes.end(from: place, while: \.isWordByte)
                place = max(end, read(place..<end))
            } else {
                if let range = SignedKey.range(at: place, in: bytes) { add(range) }
                place += 1
            }
        }
    }

    private mutating func add(_ range: Range<Int>?, secret: [UInt8]? = nil) {
        guard let range, !range.isEmpty else { return }
        found.append(SecretFinder.Finding(range: range, secret: secret))
    }

    /// Looks at a word and what stands behind it, and gives the place up to which nothing else
    /// needs to be looked for.
    private mutating func read(_ written: Range<Int>) -> Int {
        let word = WordStart.start(of: written, in: bytes)..<written.upperBound
        if let key = IssuedKey.range(in: word, of: bytes) { add(key) }
        if let token = WebToken.range(in: word, of: bytes) { add(token) }
        switch bytes.byte(at: word.upperBound) {
        case UInt8(ascii: ":") where bytes.holds("://", at: word.upperBound):
            let password = AddressPassword.range(behind: word.upperBound + 3, in: bytes)
            add(password, secret: password.map { Array(bytes[$0]).percentDecoded })
            return word.upperBound + 3
        case UInt8(ascii: "/"):
            add(HookAddress.range(behind: word, in: bytes))
        case UInt8(ascii: " ") where word.count >= 5:
            if let block = PrivateKeyBlock.range(at: word, in: bytes) {
                add(block)
                return block.upperBound
            }
            if let credentials = AuthorizationCredentials.range(behind: word, in: bytes) {
                add(credentials)
                return credentials.upperBound
            }
        default: break
        }
        return readNamed(word)
    }

    /// Looks for a value beside the word, if it is a name that says secret.
    private mutating func readNamed(_ word: Range<Int>) -> Int {
        guard let pair = NamedValue.pair(of: word, in: bytes) else {
            if let value = FlagValue.range(behind: word, in: bytes, names: &names) { add(value) }
            return word.upperBound
        }
        if word.lowerBound >= cookiesEnd, CookieHeader.isName(word, in: bytes) {
            // A header is looked at once, however many names of headers it holds.
            cookiesEnd = max(pair.start, CookieHeader.end(of: pair, in: bytes))
            let isSet = word.count == 10
            let cookies = CookieHeader.ranges(
                in: pair.start..<cookiesEnd, of: bytes, isSet: isSet)
            for cookie in cookies { add(cookie) }
            return cookies.last?.upperBound ?? word.upperBound
        }
        let isAddress = bytes.byte(at: word.lowerBound - 1).map { "?&".utf8.contains($0) } ?? false
        let weight = names.weight(of: word, in: bytes)
        let value =
            AuthorizationHeader.range(of: word, pair: pair, in: bytes)
            ?? NamedValue.range(of: pair, name: word, weight: weight, in: bytes)
        guard let value else { return word.upperBound }
        add(value, secret: isAddress ? Array(bytes[value]).percentDecoded : nil)
        return value.upperBound
    }
}
