/// Which shapes of messages come from one template.
public struct MessageGroups: Sendable {
    /// The template of each shape, by their numbers.
    public let templateOfShape: [Int]

    private let templates: [[MessageToken]]
    private let samples: [[UInt8]]

    init(_ shapes: MessageShapes) {
        let merger = TemplateMerger(shapes.shapes)
        templateOfShape = merger.templateOfShape
        templates = merger.templates
        samples = shapes.samples
    }

    /// The template that a shape comes from, as a person writes it: `user <*> logged in`.
    public func template(ofShape shape: Int) -> MessageTemplate {
        MessageTemplate(templates[templateOfShape[shape]], sample: samples[shape])
    }
}
