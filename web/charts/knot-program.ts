import {NodeProgram} from "sigma/rendering"
import type {NodeDisplayData, RenderParams} from "sigma/types"
import {floatColor} from "sigma/utils"

/** What a knot is drawn from: its half width, its colour and that of its outline; a person is round, everything else square. */
export interface KnotDisplay extends NodeDisplayData {
  readonly outline: string
  readonly isRound: boolean
}

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_outline;
attribute vec2 a_position;
attribute vec2 a_look;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_at;
varying vec2 v_look;
const float bias = 255.0 / 254.0;
void main() {
  v_at = a_corner * (a_look.x + 2.0);
  v_look = a_look;
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy + v_at / u_half, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_outline = a_outline;
  v_color.a *= bias;
  v_outline.a *= bias;
}`

const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_at;
varying vec2 v_look;
uniform float u_feather;
void main(void) {
  float away = v_look.y > 0.5 ? length(v_at) : max(abs(v_at.x), abs(v_at.y)) * 1.08;
  #ifdef PICKING_MODE
  if (away > v_look.x + 2.0) discard;
  gl_FragColor = v_color;
  #else
  float ink = 1.0 - smoothstep(v_look.x - u_feather * 0.5, v_look.x + u_feather * 0.5, away);
  float inner = 1.0 - smoothstep(v_look.x - 1.6 - u_feather * 0.5, v_look.x - 1.6 + u_feather * 0.5, away);
  gl_FragColor = mix(v_outline, v_color, inner) * ink;
  #endif
}`

const {FLOAT, UNSIGNED_BYTE, TRIANGLES} = WebGLRenderingContext
const uniforms = ["u_matrix", "u_half", "u_feather"] as const

/** Draws a knot as a circle or a square with an outline, of the same size however close one looks. */
export class KnotProgram extends NodeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        {name: "a_position", size: 2, type: FLOAT},
        {name: "a_look", size: 2, type: FLOAT},
        {name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true},
        {name: "a_outline", size: 4, type: UNSIGNED_BYTE, normalized: true},
        {name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true},
      ],
      CONSTANT_ATTRIBUTES: [{name: "a_corner", size: 2, type: FLOAT}],
      CONSTANT_DATA: [
        [-1, 1],
        [-1, -1],
        [1, 1],
        [1, 1],
        [-1, -1],
        [1, -1],
      ],
    }
  }

  override processVisibleItem(id: number, start: number, data: NodeDisplayData): void {
    const {x, y, size, color, outline, isRound} = data as KnotDisplay
    this.array.set([x, y, size, isRound ? 1 : 0, floatColor(color), floatColor(outline), id], start)
  }

  override setUniforms({matrix, width, height, pixelRatio}: RenderParams, {gl, uniformLocations}: KnotProgram["normalProgram"]): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, matrix)
    gl.uniform2f(uniformLocations.u_half!, width / 2, height / 2)
    gl.uniform1f(uniformLocations.u_feather!, 1.4 / pixelRatio)
  }
}
