import Testing

@testable import Search

@Suite("Stemmer")
struct StemmerTests {
    @Test(
        "words come down to the stems that Snowball's English vocabulary gives",
        arguments: [
            ("disconnects", "disconnect"), ("disconnected", "disconnect"),
            ("transcription", "transcript"), ("migrations", "migrat"), ("caresses", "caress"),
            ("ties", "tie"), ("cries", "cri"), ("gas", "gas"), ("gaps", "gap"), ("this", "this"),
            ("agreed", "agre"), ("feed", "feed"), ("hopping", "hop"), ("hoping", "hope"),
            ("running", "run"), ("luxuriated", "luxuri"), ("by", "by"), ("say", "say"),
            ("happy", "happi"), ("relational", "relat"), ("conditional", "condit"),
            ("generously", "generous"), ("communication", "communic"), ("hopefulness", "hope"),
            ("formalize", "formal"), ("adjustment", "adjust"), ("adoption", "adopt"),
            ("sky", "sky"), ("dying", "die"), ("news", "news"), ("proceed", "proceed"),
            ("exceeded", "exceed"), ("controller", "control"), ("rate", "rate"),
            ("configuration", "configur"), ("authentication", "authent"),
            ("yesterday", "yesterday"),
        ])
    func stems(word: String, stem: String) {
        var stemmer = Stemmer()
        #expect(String(decoding: stemmer.stem(word.utf8), as: UTF8.self) == stem)
    }

    @Test(
        "names with other bytes than small letters stay whole",
        arguments: ["mediamtx_whip_base", "4003s", "1.5b", "cafés", "ws", ""])
    func untouched(word: String) {
        var stemmer = Stemmer()
        #expect(stemmer.stem(word.utf8) == Array(word.utf8))
    }

    @Test("no word in small letters makes it trap or grow by more than a letter")
    func robust() {
        var stemmer = Stemmer()
        let letters = Array("aeiystlngd".utf8)
        for seed in 0..<20000 {
            var number = seed
            var word: [UInt8] = []
            for _ in 0..<(seed % 9) {
                word.append(letters[number % letters.count])
                number = (number * 31 + 7) % 10007
            }
            #expect(stemmer.stem(word).count <= word.count + 1)
        }
    }
}
