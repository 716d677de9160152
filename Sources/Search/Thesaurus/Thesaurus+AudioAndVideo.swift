extension Thesaurus {
    /// Sound, pictures and calls.
    static let audioAndVideo: StaticString = """
        sound, audio, hear, voice, listen, noise
        voice, speech, speak, spoken, talk
        silent, silence, mute, muted, dead air, no sound, no audio, hears nothing, hear nothing, quiet, inaudible, not hear, nothing audible, soundless, no voice, not a word, not a sound, nothing to hear
        listener, audience, delegate, attendee, viewer, participant, spectator, guest, visitor, public
        headphones, earphones, headset, earpiece, earbuds, audio, sound, listener
        loudspeaker, speakers, audio, sound
        choppy, stutter, crackle, distorted, robotic, breaks up, cuts out, jitter, jerky
        interpreter, translator, interpretation, translation, linguist
        interpret, translate
        booth, cabin, interpreter
        language, channel, feed
        broadcast, go live, on air, stream, publish, transmit, start streaming, going live, go on air, start the stream
        off air, not live, not broadcasting, not publishing
        speech to text, stt, transcription, transcribe, speech recognition, transcript, dictation, asr
        subtitles, captions, transcription, transcript, closed captioning, live text, captioning
        text to speech, tts, speech synthesis, synthesize, synthesise, spoken reply, read aloud, synthetic voice
        avatar, talking head, virtual face, digital human, animated character, virtual person, animated face
        camera, webcam, cam
        microphone, mic
        light, lamp, led, indicator
        video, picture, footage, image
        recording, record, capture, film
        media, stream, rtc, webrtc
        media server, sfu, livekit, streaming server, mediamtx, video server
        whip, ingest, rtmp, publish, encoder
        whep, playback, player
        ice, stun, turn, nat, peer connection
        phone, by phone, telephone, telephony, sip, call, dial, phone line, landline, ring
        hang up, leave, end the call, close the call, put down
        room, session, meeting, call, conference
        """
}
