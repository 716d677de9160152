import Markdown

extension EntryContent {
    /// Sorts the content without a label.
    mutating func addLead(of draft: EntryDraft) {
        switch draft.unlabelled {
        case .prose:
            let hasCause = draft.reading.has(.causes)
            addProse(
                draft.reading.lead, isLabelled: draft.reading.has(.fixes) && !hasCause)
        case .explanation: addExplanation(draft.reading.lead)
        }
    }

    /// Sorts prose: bullets are checks, sentences say what one sees, why, or what to do.
    mutating func addProse(_ pieces: [FieldPiece], isLabelled: Bool) {
        var followsFix = false
        for piece in pieces {
            guard case .text(let inlines) = piece.body else {
                addUnlabelled(piece, followsFix: followsFix)
                continue
            }
            if piece.isItem {
                addUnlabelledItem(inlines)
            } else {
                followsFix = addSentences(inlines, isLabelled: isLabelled)
            }
        }
    }

    /// An item without a label: a remedy where remedies are listed, a check otherwise.
    mutating func addUnlabelledItem(_ inlines: [Inline]) {
        let text = RichText.plain(inlines)
        entry.signatures += SignatureFinder.spans(in: inlines)
        let isRemedy =
            (ImperativeWords.start(text) && !ImperativeWords.startLooking(text))
            || ImperativeWords.isMenuPath(text)
        if isRemedy {
            addFix(text, commands: RichText.codeSpans(inlines).filter(ShellCommand.isCommand))
        } else {
            entry.checks.append(text)
        }
    }

    /// A code block or table in prose.
    mutating func addUnlabelled(_ piece: FieldPiece, followsFix: Bool) {
        guard case .code(let code) = piece.body else {
            return addTexts([piece], to: \.checks)
        }
        if !followsFix, ShellCommand.showsFailure(code.text) {
            entry.signatures += SignatureFinder.lines(of: code.text)
            return
        }
        let commands = ShellCommand.commands(ofBlock: code.text, info: code.info)
        let changes = commands.contains { !ShellCommand.onlyLooks($0) }
        if followsFix || changes {
            addCode(code)
        } else {
            if commands.isEmpty {
                entry.signatures += SignatureFinder.lines(of: code.text)
            } else {
                entry.checks += commands
            }
        }
    }

    /// Sorts the sentences of a paragraph and says whether the last one is a remedy.
    mutating func addSentences(_ inlines: [Inline], isLabelled: Bool) -> Bool {
        entry.signatures += SignatureFinder.spans(in: inlines)
        var isRemedy = false
        // Where the heading names the failure and a label the remedy, the text between says why.
        let isCause = isLabelled && FailureWords.areIn(entry.title)
        for part in Sentences.split(inlines) {
            let sentence = part.text
            isRemedy =
                ImperativeWords.startLooking(sentence)
                ? ReasonWords.pointsToRemedy(sentence)
                : ImperativeWords.start(sentence) || ReasonWords.advise(sentence)
                    || ImperativeWords.isMenuPath(sentence)
            if isRemedy {
                addFix(sentence, commands: part.commands)
            } else if (isCause || ReasonWords.explain(sentence)) && !sentence.hasSuffix(":") {
                entry.causes.append(sentence)
            } else if ImperativeWords.startLooking(sentence) {
                entry.checks.append(sentence)
            } else {
                entry.symptoms.append(sentence)
                statements.append(sentence)
            }
        }
        return isRemedy
    }

    /// Sorts an explanation: why, up to the first instruction or command, then what to do.
    mutating func addExplanation(_ pieces: [FieldPiece]) {
        for piece in pieces {
            guard case .text(let inlines) = piece.body else {
                if case .code(let code) = piece.body { addCode(code) }
                continue
            }
            entry.signatures += SignatureFinder.spans(in: inlines)
            for sentence in Sentences.split(inlines) {
                let commands = sentence.commands
                if ImperativeWords.startLooking(sentence.text),
                    !ReasonWords.pointsToRemedy(sentence.text)
                {
                    entry.checks.append(sentence.text)
                } else if !commands.isEmpty || ImperativeWords.start(sentence.text)
                    || ReasonWords.advise(sentence.text)
                {
                    addFix(sentence.text, commands: commands)
                } else {
                    addClauses(of: sentence.text)
                }
            }
        }
    }

    /// Cuts an instruction behind a colon or semicolon off a statement.
    mutating func addClauses(of sentence: String) {
        let bytes = sentence.utf8
        for mark in [";", ":"] {
            guard let index = bytes.lastIndex(of: mark.utf8.first ?? 0) else { continue }
            let instruction = sentence[bytes.index(after: index)...].trimmedBlanks
            guard ImperativeWords.start(instruction) else { continue }
            entry.causes.append(sentence[..<index].trimmedBlanks)
            return addFix(instruction, commands: [])
        }
        entry.causes.append(sentence)
    }
}
