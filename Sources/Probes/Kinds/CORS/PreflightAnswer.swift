import Machine
import Redaction

/// What a server answered to a preflight, judged as a browser judges it.
struct PreflightAnswer {
    /// A field that is a list (Fetch standard, "extract header list values").
    enum List: Hashable {
        /// The answer has no such field.
        case missing
        /// It is no list of tokens, which browsers take for a failure.
        case malformed
        /// Its items.
        case items([String])
    }

    private let response: HTTPResponse
    private let redactor: Redactor

    init(_ response: HTTPResponse, redactor: Redactor) {
        self.response = response
        self.redactor = redactor
    }

    /// The status code.
    var status: Int { response.status }

    /// The value of a field, several fields of one name joined (Fetch standard, "get").
    func value(of name: String) -> String? {
        let values = response.fields.filter { $0.name.lowercased() == name.lowercased() }
            .map { Self.trimmed($0.value[...]) }
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }

    /// The value of a field that is a list.
    func list(_ name: String) -> List {
        guard let value = value(of: name) else { return .missing }
        let items = value.split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty }
        return items.allSatisfy(HTTPMessage.isToken) ? .items(items) : .malformed
    }

    /// A value without the blanks around it (RFC 9110, 5.6.3).
    private static func trimmed(_ value: Substring) -> String {
        var value = value.drop { $0 == " " || $0 == "\t" }
        while let last = value.last, last == " " || last == "\t" { value.removeLast() }
        return String(value)
    }

    /// A value fit to be shown.
    func shown(_ value: String) -> String {
        let text = Excerpt.line(of: value, limit: Excerpt.valueLength, redactor: redactor)
        return text.isEmpty ? "empty" : text
    }

    /// The fields that decide, or what came instead of them.
    var evidence: [String] {
        let deciding = response.fields.filter {
            $0.name.lowercased().hasPrefix("access-control-") || $0.name.lowercased() == "server"
        }
        let lines = deciding.map { "\($0.name): \($0.value)" }
        let body = status >= 400 && !response.body.isEmpty ? ["body: \(response.text)"] : []
        return (lines + body).map {
            Excerpt.line(of: $0, limit: Excerpt.bodyLength, redactor: redactor)
        }
    }

    /// What keeps the page out, each thing by its name; empty where it is let in.
    func problems(for preflight: Preflight) -> [String] {
        let access = [originProblem(preflight), credentialsProblem(preflight)].compactMap { $0 }
        // What an error page or a redirect does not name tells nothing.
        guard (200...299).contains(status) else { return [statusProblem] + access }
        return access + methodProblem(preflight) + headerProblems(preflight)
    }
}

extension PreflightAnswer {
    /// An ok status is 200 to 299 (Fetch standard, "ok status"), and a redirect is not followed.
    private var statusProblem: String {
        guard (300...399).contains(status) else { return "answered \(status) instead of 2xx" }
        let target = response.value(of: "Location").map(HTTPMessage.withoutSecrets).map(shown)
        let place = target.map { " to \($0)" } ?? ""
        return "answered \(status)\(place), and a preflight may not be redirected"
    }

    private func originProblem(_ preflight: Preflight) -> String? {
        let name = "Access-Control-Allow-Origin"
        guard let value = value(of: name) else { return "no \(name)" }
        if value == preflight.origin || (value == "*" && !preflight.sendsCredentials) { return nil }
        if value == "*" { return "\(name) is *, which does not count with credentials" }
        if value.contains(",") {
            return "\(name) has several values, \(shown(value)), where one may stand"
        }
        return "\(name) is \(shown(value)), not \(preflight.origin)"
    }

    private func credentialsProblem(_ preflight: Preflight) -> String? {
        let name = "Access-Control-Allow-Credentials"
        guard preflight.sendsCredentials else { return nil }
        guard let value = value(of: name) else { return "no \(name)" }
        return value == "true" ? nil : "\(name) is \(shown(value)), not true"
    }

    private func methodProblem(_ preflight: Preflight) -> [String] {
        let name = "Access-Control-Allow-Methods"
        let method = preflight.method
        switch list(name) {
        case .malformed: return ["\(name) is malformed: \(shown(value(of: name) ?? ""))"]
        case .missing where Preflight.safelistedMethods.contains(method): return []
        case .missing: return ["no \(name), which must name \(method)"]
        case .items(let items):
            let isAllowed =
                items.contains(method) || Preflight.safelistedMethods.contains(method)
                || (items.contains("*") && !preflight.sendsCredentials)
            return isAllowed ? [] : [lack(of: [method], in: name, items, preflight)]
        }
    }

    private func headerProblems(_ preflight: Preflight) -> [String] {
        let name = "Access-Control-Allow-Headers"
        switch list(name) {
        case .malformed: return ["\(name) is malformed: \(shown(value(of: name) ?? ""))"]
        case .missing where preflight.headers.isEmpty: return []
        case .missing:
            return ["no \(name), which must name \(preflight.headers.joined(separator: ", "))"]
        case .items(let items):
            let named = Set(items.map { $0.lowercased() })
            let namesAll = items.contains("*") && !preflight.sendsCredentials
            // "CORS non-wildcard request-header name"
            let missing = preflight.headers.filter {
                !named.contains($0) && ($0 == "authorization" || !namesAll)
            }
            return missing.isEmpty ? [] : [lack(of: missing, in: name, items, preflight)]
        }
    }

    /// What a list does not name, and what it does.
    private func lack(
        of wanted: [String], in name: String, _ items: [String], _ preflight: Preflight
    ) -> String {
        let lack = "\(name) does not name \(wanted.joined(separator: ", "))"
        guard items == ["*"] else {
            return items.isEmpty
                ? lack : "\(lack), only \(shown(items.joined(separator: ", ")))"
        }
        return lack
            + (preflight.sendsCredentials
                ? ": * does not count with credentials" : ": * does not stand for it")
    }
}
