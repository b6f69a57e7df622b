package dev.crossfade.compatibility.spring.jpa.v2;

import dev.crossfade.compatibility.spring.jpa.NoteRepository;

public interface Notes extends NoteRepository<NoteOfV2> {}
