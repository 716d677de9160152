extension LiteralAutomaton {
    /// How many bytes are looked at before a text in them is looked for by its place.
    private static let block = 16 << 10

    /// The offset behind the first text of a range; `nil` where there is none.
    ///
    /// Each state waits for the one before it, so four parts of a block are followed at once, which
    /// is more than twice as fast. Only a block that has a text is read again for where that is.
    func firstEnd(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var start = range.lowerBound
        while range.upperBound - start >= Self.block {
            // Lines stay whole, for no text spans two.
            var ends = [start]
            for _ in 0..<4 {
                let place = (ends.last ?? start) + Self.block / 4
                ends.append(bytes.lineEnd(at: place, upTo: range.upperBound))
            }
            let end = ends[4]
            if hasText(
                in: bytes, ends[0]..<ends[1], ends[1]..<ends[2], ends[2]..<ends[3], ends[3]..<end),
                let found = firstEndByByte(in: bytes, start..<end)
            {
                return found
            }
            start = end
        }
        return firstEndByByte(in: bytes, start..<range.upperBound)
    }

    /// Whether any of four ranges has a text.
    private func hasText(
        in bytes: UnsafeBufferPointer<UInt8>, _ first: Range<Int>, _ second: Range<Int>,
        _ third: Range<Int>, _ fourth: Range<Int>
    ) -> Bool {
        let common = min(first.count, second.count, third.count, fourth.count)
        let isFound = classes.withUnsafeBufferPointer { classes in
            table.withUnsafeBufferPointer { table in
                var states = (State(0), State(0), State(0), State(0))
                func next(_ state: State, _ index: Int) -> State {
                    table[Int(state) + Int(classes[Int(bytes[index])])]
                }
                for offset in 0..<common {
                    states.0 = next(states.0, first.lowerBound + offset)
                    states.1 = next(states.1, second.lowerBound + offset)
                    states.2 = next(states.2, third.lowerBound + offset)
                    states.3 = next(states.3, fourth.lowerBound + offset)
                    if max(states.0, states.1, states.2, states.3) >= firstAccepting { return true }
                }
                return false
            }
        }
        if isFound { return true }
        // The parts differ by less than a line, which is read again from its start.
        return [first, second, third, fourth].contains { range in
            let rest = bytes.line(around: range.lowerBound + common, in: range).lowerBound
            return firstEndByByte(in: bytes, rest..<range.upperBound) != nil
        }
    }

    private func firstEndByByte(
        in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int? {
        classes.withUnsafeBufferPointer { classes in
            table.withUnsafeBufferPointer { table in
                var state: State = 0
                var index = range.lowerBound
                while index < range.upperBound {
                    state = table[Int(state) + Int(classes[Int(bytes[index])])]
                    index += 1
                    if state >= firstAccepting { return index }
                }
                return nil
            }
        }
    }
}
