/// A way into a JSON document, as `json.` conditions write it.
///
/// - `a.b` names members; `["a.b"]` or `[a.b]` one whose name has dots.
/// - `a[0]` and `a.0` count elements from 0; `a[*]` and `a.*` stand for all elements or members,
///   each of which must meet the condition.
/// - `a[name=portal]` stands for the elements whose `name` is `portal`.
/// - `a.length`, at the end, counts elements, members or characters, unless `a` has a member of
///   that name.
struct JSONPath: Sendable, Hashable {
    /// One step down.
    enum Step: Sendable, Hashable {
        /// The member of that name, or the element of that number.
        case member(String)
        /// Every element or member.
        case every
        /// The elements with that value in that member.
        case having(String, String)
    }

    /// What a path leads to.
    enum Found: Hashable {
        /// One value.
        case one(JSONValue)
        /// What ``Step/every`` and ``Step/having(_:_:)`` stand for; `nil` where the rest of the
        /// path is missing.
        case each([Element])
        /// Nothing; the part of the path that could not be followed.
        case missing(String)
    }

    /// One of several values.
    struct Element: Hashable {
        /// The part of the path that tells it from the others, such as `items[2]`.
        var place: String
        /// The value.
        var value: JSONValue?
    }

    /// The steps in order.
    let steps: [Step]

    /// Reads a path; `nil` where a step is empty or a bracket is left open.
    init?(_ text: String) {
        var steps: [Step] = []
        var rest = Substring(text)
        while let first = rest.first {
            if first == "[" {
                guard let (step, tail) = Self.bracket(rest.dropFirst()) else { return nil }
                steps.append(step)
                rest = tail
            } else {
                let name = rest.prefix { $0 != "." && $0 != "[" }
                guard !name.isEmpty else { return nil }
                steps.append(name == "*" ? .every : .member(String(name)))
                rest = rest[name.endIndex...]
            }
            guard rest.first == "." else { continue }
            rest.removeFirst()
            if rest.isEmpty { return nil }
        }
        guard !steps.isEmpty else { return nil }
        self.steps = steps
    }

    /// Reads what stands behind `[`, and what follows the bracket.
    private static func bracket(_ text: Substring) -> (Step, Substring)? {
        if let quote = text.first, quote == "\"" || quote == "'" {
            let name = text.dropFirst().prefix { $0 != quote }
            let tail = text[name.endIndex...].dropFirst()
            guard tail.first == "]" else { return nil }
            return (.member(String(name)), tail.dropFirst())
        }
        let inside = text.prefix { $0 != "]" }
        guard !inside.isEmpty, inside.endIndex < text.endIndex else { return nil }
        let tail = text[inside.endIndex...].dropFirst()
        if inside == "*" { return (.every, tail) }
        guard let equal = inside.firstIndex(of: "=") else { return (.member(String(inside)), tail) }
        let wanted = String(inside[inside.index(after: equal)...])
        return (.having(String(inside[..<equal]), wanted), tail)
    }

    /// Follows the path.
    func find(in document: JSONValue) -> Found {
        if let branch = steps.firstIndex(where: \.isBranch) {
            let (trunk, place) = Self.follow(steps[..<branch], in: document, from: "")
            guard let trunk, Self.isContainer(trunk) else { return .missing(place) }
            var elements: [Element] = []
            Self.gather(steps[branch...], in: trunk, from: place, into: &elements)
            return .each(elements)
        }
        let (value, place) = Self.follow(steps[...], in: document, from: "")
        return value.map(Found.one) ?? .missing(place)
    }

    private static func isContainer(_ value: JSONValue) -> Bool {
        value.array != nil || value.object != nil
    }

    /// Follows steps that lead to one value at most, and tells how far they led.
    private static func follow(
        _ steps: ArraySlice<Step>, in start: JSONValue, from place: String
    ) -> (JSONValue?, String) {
        var value = start
        var place = place
        for (position, step) in zip(steps.indices, steps) {
            guard case .member(let name) = step else { return (nil, place) }
            let isIndex = value.array != nil && Int(name) != nil
            place += isIndex ? "[\(name)]" : place.isEmpty ? name : ".\(name)"
            let isLast = position == steps.index(before: steps.endIndex)
            guard let next = child(name, of: value) ?? (isLast ? length(name, of: value) : nil)
            else { return (nil, place) }
            value = next
        }
        return (value, place)
    }

    private static func child(_ name: String, of value: JSONValue) -> JSONValue? {
        guard let elements = value.array else { return value[name] }
        guard let index = Int(name), elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    private static func length(_ name: String, of value: JSONValue) -> JSONValue? {
        guard name == "length" else { return nil }
        switch value {
        case .array(let elements): return .number("\(elements.count)")
        case .object(let members): return .number("\(members.count)")
        case .string(let text): return .number("\(text.count)")
        case .null, .bool, .number: return nil
        }
    }

    /// Follows steps of which the first leads to several values.
    private static func gather(
        _ steps: ArraySlice<Step>, in value: JSONValue, from place: String,
        into found: inout [Element]
    ) {
        guard let step = steps.first else { return }
        let rest = steps.dropFirst()
        let trunk = rest.prefix { !$0.isBranch }
        let branches = rest.dropFirst(trunk.count)
        for (child, label) in children(of: value, by: step) {
            let name =
                place.isEmpty && label.hasPrefix(".") ? String(label.dropFirst()) : place + label
            let (end, endPlace) = follow(trunk, in: child, from: name)
            if let end, isContainer(end), !branches.isEmpty {
                gather(branches, in: end, from: endPlace, into: &found)
            } else {
                found.append(Element(place: name, value: branches.isEmpty ? end : nil))
            }
        }
    }

    private static func children(of value: JSONValue, by step: Step) -> [(JSONValue, String)] {
        let members = (value.object ?? [:]).sorted { $0.key < $1.key }
            .map { ($0.value, ".\($0.key)") }
        let all =
            members + (value.array ?? []).enumerated().map { ($0.element, "[\($0.offset)]") }
        switch step {
        case .every: return all
        case .having(let name, let wanted): return all.filter { $0.0[name]?.text == wanted }
        case .member: return []
        }
    }
}

extension JSONPath.Step {
    /// Whether it leads to several values.
    fileprivate var isBranch: Bool {
        switch self {
        case .member: false
        case .every, .having: true
        }
    }
}
