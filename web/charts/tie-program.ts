import {EdgeProgram} from "sigma/rendering"
import type {EdgeDisplayData, NodeDisplayData, RenderParams} from "sigma/types"
import {floatColor} from "sigma/utils"

/** How a tie's line runs. */
export const strokes = {solid: 0, dashed: 1, dotted: 2} as const

/** What a tie is drawn from: its thickness and colour, its stroke, and how far it stands to its own left, in pixels; and how much it covers, from 0 to 1. */
export interface TieDisplay extends EdgeDisplayData {
  readonly stroke: number
  readonly side: number
  readonly opacity: number
}

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec2 a_radii;
attribute vec4 a_look;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
varying vec4 v_color;
varying vec2 v_at;
varying vec2 v_reach;
varying vec3 v_look;
const float bias = 255.0 / 254.0;
void main() {
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy * u_half;
  vec2 end = (u_matrix * vec3(a_end, 1.0)).xy * u_half;
  float distance = max(length(end - start), 0.001);
  vec2 along = (end - start) / distance;
  vec2 left = vec2(-along.y, along.x);
  v_at = vec2(a_corner.x * distance, a_corner.y * (a_look.x + 10.0));
  v_reach = vec2(a_radii.x, distance - a_radii.y - 2.0);
  v_look = a_look.xyw;
  gl_Position = vec4((start + along * v_at.x + left * (v_at.y + a_look.z)) / u_half, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`

const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying vec2 v_reach;
varying vec3 v_look;
uniform float u_feather;
void main(void) {
  float toTip = v_reach.y - v_at.x;
  float across = abs(v_at.y);
  if (v_at.x < v_reach.x || toTip < 0.0) discard;
  #ifdef PICKING_MODE
  if (across > max(v_look.x, 5.0)) discard;
  gl_FragColor = v_color;
  #else
  float head = 7.0 + v_look.x * 1.5;
  float halfWidth = v_look.x * 0.5;
  float ink = 1.0;
  if (toTip < head) halfWidth = toTip / head * (3.0 + v_look.x);
  else if (v_look.y > 1.5) ink = 1.0 - smoothstep(1.6, 1.6 + u_feather, mod(v_at.x, 5.0));
  else if (v_look.y > 0.5) ink = 1.0 - smoothstep(8.0, 8.0 + u_feather, mod(v_at.x, 13.0));
  ink *= 1.0 - smoothstep(halfWidth - u_feather * 0.5, halfWidth + u_feather * 0.5, across);
  gl_FragColor = v_color * ink * v_look.z;
  #endif
}`

const {FLOAT, UNSIGNED_BYTE, TRIANGLES} = WebGLRenderingContext
const uniforms = ["u_matrix", "u_half", "u_feather"] as const

/** Draws a tie as one strip of pixels: line, dashes and arrow head are worked out where they are painted, so that they keep their size however close one looks. */
export class TieProgram extends EdgeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        {name: "a_start", size: 2, type: FLOAT},
        {name: "a_end", size: 2, type: FLOAT},
        {name: "a_radii", size: 2, type: FLOAT},
        {name: "a_look", size: 4, type: FLOAT},
        {name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true},
        {name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true},
      ],
      CONSTANT_ATTRIBUTES: [{name: "a_corner", size: 2, type: FLOAT}],
      CONSTANT_DATA: [
        [0, 1],
        [0, -1],
        [1, 1],
        [1, 1],
        [0, -1],
        [1, -1],
      ],
    }
  }

  override processVisibleItem(id: number, start: number, from: NodeDisplayData, to: NodeDisplayData, data: EdgeDisplayData): void {
    const {stroke, side, opacity, size, color} = data as TieDisplay
    const cells = [from.x, from.y, to.x, to.y, from.size, to.size, size, stroke, side, opacity, floatColor(color), id]
    this.array.set(cells, start)
  }

  override setUniforms({matrix, width, height, pixelRatio}: RenderParams, {gl, uniformLocations}: TieProgram["normalProgram"]): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, matrix)
    gl.uniform2f(uniformLocations.u_half!, width / 2, height / 2)
    gl.uniform1f(uniformLocations.u_feather!, 1.4 / pixelRatio)
  }
}
