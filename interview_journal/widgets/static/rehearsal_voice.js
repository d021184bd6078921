/*
 * Records one's own voice to hear it again, in this page only: it is kept in memory until the
 * next question, never stored and never sent. The microphone is let go of as soon as it stops.
 */
const canRecord = () =>
  window.isSecureContext && Boolean(navigator.mediaDevices?.getUserMedia) && typeof MediaRecorder === "function";

const letGo = (stream) => stream?.getTracks().forEach((track) => track.stop());

class Voice {
  constructor(changed) {
    this.changed = changed;
    this.turn = 0;
    this.state = "idle";
    this.address = "";
  }

  /* A turn that is over when the browser has asked gives the microphone back at once. */
  async start() {
    this.release();
    const { turn } = this;
    this.become("asking");
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (turn === this.turn) {
        this.record(stream, turn);
        return;
      }
    } catch {
      if (turn === this.turn) {
        this.become("refused");
      }
    }
    letGo(stream);
  }

  record(stream, turn) {
    const recorder = new MediaRecorder(stream);
    const pieces = [];
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.addEventListener("stop", () => {
      letGo(stream);
      if (turn === this.turn) {
        this.address = URL.createObjectURL(new Blob(pieces, { type: recorder.mimeType }));
        this.become("ready");
      }
    });
    recorder.start();
    this.recorder = recorder;
    this.stream = stream;
    this.become("recording");
  }

  stop() {
    if (this.recorder?.state === "recording") {
      this.recorder.stop();
    }
  }

  release() {
    this.turn += 1;
    this.stop();
    letGo(this.stream);
    if (this.address) {
      URL.revokeObjectURL(this.address);
    }
    this.recorder = undefined;
    this.stream = undefined;
    this.address = "";
    this.state = "idle";
  }

  become(state) {
    this.state = state;
    this.changed();
  }
}
