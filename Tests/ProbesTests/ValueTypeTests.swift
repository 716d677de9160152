import Probes
import Testing

@Suite struct ValueTypeTests {
    @Test(
        "numbers with units are read in the unit of their type",
        arguments: [
            (.duration, "2s", 2), (.duration, "5m", 300), (.duration, "5min", 300),
            (.duration, "1h", 3600), (.duration, "3d", 259_200), (.duration, "7", 7),
            (.duration, "1.5h", 5400), (.duration, "2 s", nil), (.duration, "2S", nil),
            (.duration, "s", nil), (.duration, "", nil), (.duration, "-2s", -2),
            (.bytes, "512KB", 512_000), (.bytes, "1GB", 1e9), (.bytes, "1GiB", 1_073_741_824),
            (.bytes, "0.5MiB", 524_288), (.bytes, "9B", 9), (.bytes, "9", 9), (.bytes, "1gb", nil),
            (.percent, "10%", 10), (.percent, "0.5%", 0.5), (.percent, "10", 10),
            (.percent, "10%%", nil), (.number, "42", 42), (.number, "-1.5", -1.5),
            (.number, "1e3", 1000), (.number, "nan", nil), (.number, "inf", nil),
            (.number, "4 2", nil), (.text, "42", 42), (.text, "x", nil), (.boolean, "1", nil),
            (.list, "1", nil), (.pattern, "1", nil),
        ] as [(ValueType, String, Double?)])
    func numbers(type: ValueType, text: String, value: Double?) {
        #expect(type.number(of: text) == value)
    }

    @Test("milliseconds are thousandths of a second")
    func milliseconds() throws {
        let seconds = try #require(Quantity.seconds("300ms"))
        #expect(abs(seconds - 0.3) < 1e-9)
    }

    @Test(
        "a time-out is above 0 and at most a day",
        arguments: [
            ("5s", .seconds(5)), ("300ms", .milliseconds(300)), ("1d", .seconds(86_400)),
            ("0s", nil), ("-1s", nil), ("2d", nil), ("soon", nil), ("1e300s", nil),
            ("0.0001s", .milliseconds(1)),
        ] as [(String, Duration?)])
    func timeouts(text: String, limit: Duration?) {
        #expect(Quantity.timeout(text) == limit)
    }

    @Test("every type says what it wants")
    func forms() {
        let forms = ValueType.allCases.map(\.form)
        #expect(Set(forms).count == ValueType.allCases.count)
        #expect(forms.allSatisfy { !$0.isEmpty })
    }
}
