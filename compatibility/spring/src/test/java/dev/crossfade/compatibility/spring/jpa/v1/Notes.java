package dev.crossfade.compatibility.spring.jpa.v1;

import dev.crossfade.compatibility.spring.jpa.NoteRepository;

public interface Notes extends NoteRepository<NoteOfV1> {}
